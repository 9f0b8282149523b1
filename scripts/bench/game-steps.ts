/** A generator step of each kind of game with the steps of the discriminator before it. Strokes for data, so it needs no download. */
import { imageLength, imageShapeOf } from '../../src/networks/blocks/image-shape.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { dataSources, loadImages } from '../../training/data/sources.ts';
import { createGame } from '../../training/methods/gan/train.ts';
import { ganRecipes } from '../../training/recipes/gan.ts';
import { time } from './measure.ts';
import type { BenchRow } from './node.ts';

const shape = imageShapeOf(dataSources.strokes);
const ids = ['dcgan-noise0.1', 'sn', 'wgan-n1', 'wgan-n5', 'wgan-sn-n5', 'wgan-gp-n5'].map(
  (name) => `gan-mnist-${name}`,
);

export async function benchGameSteps(): Promise<BenchRow[]> {
  const { images } = await loadImages('strokes', { numImages: 640 });
  const rows: BenchRow[] = [];
  for (const { id, network, training } of ganRecipes.filter((recipe) => ids.includes(recipe.id))) {
    const { turn } = createGame({
      config: { ...network, ...shape },
      training,
      images: { images, length: imageLength(shape) },
      random: createRandom(id),
    });
    rows.push({
      name: `generator step of ${id}, batch ${training.batchSize}`,
      timing: await time(turn, { warmup: 20, runs: 60 }),
    });
  }
  return rows;
}
