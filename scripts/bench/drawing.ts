/** A hundred pictures of drawn codes, by the decoder or generator of each kind of network on layers of our own; its weights do not matter. */
import { imageShapeOf } from '../../src/networks/blocks/image-shape.ts';
import { architectureOf } from '../../src/networks/encoder-decoder/architecture.ts';
import { storedLayers } from '../../src/networks/gan/predictor.ts';
import { inputLength, type LayerSpec } from '../../src/networks/layers/layer.ts';
import { initializeLayers } from '../../src/networks/layers/parameters.ts';
import { buildPass } from '../../src/networks/layers/pass.ts';
import { createRandom, normalArray } from '../../src/numerics/random.ts';
import { dataSources } from '../../training/data/sources.ts';
import { autoencoderRecipes } from '../../training/recipes/autoencoder.ts';
import { ganRecipes } from '../../training/recipes/gan.ts';
import { vaeRecipes } from '../../training/recipes/vae.ts';
import { time } from './measure.ts';
import type { BenchRow } from './node.ts';

const shape = imageShapeOf(dataSources.mnist);
const count = 100;

const networks: readonly { readonly id: string; readonly layers: readonly LayerSpec[] }[] = [
  ...[...autoencoderRecipes, ...vaeRecipes].map(({ id, network }) => ({
    id,
    layers: architectureOf({ ...network, ...shape }).decoder,
  })),
  ...ganRecipes.map(({ id, network }) => ({ id, layers: storedLayers({ ...network, ...shape }).generator })),
];
const ids = [
  'autoencoder-mnist-linear-k10',
  'autoencoder-mnist-stacked-k10',
  'vae-mnist-dense-k10',
  'vae-mnist-conv-variance0.001',
  'gan-mnist-sn',
];

export async function benchDrawing(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { id, layers } of networks.filter((each) => ids.includes(each.id))) {
    const random = createRandom(id);
    const draw = buildPass(layers, initializeLayers(layers, random));
    const codes = normalArray(random, count * inputLength(layers[0]), 1);
    rows.push({ name: `${count} pictures of ${id}`, timing: await time(() => draw(codes)) });
  }
  return rows;
}
