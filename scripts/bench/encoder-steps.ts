/** A training step of each kind of network with an encoder: forward, backward, Adam on everything. Strokes for data, so it needs no download. */
import { imageLength, imageShapeOf } from '../../src/networks/blocks/image-shape.ts';
import { architectureOf } from '../../src/networks/encoder-decoder/architecture.ts';
import { initializeLayers } from '../../src/networks/layers/parameters.ts';
import { createRandom, normalArray } from '../../src/numerics/random.ts';
import { dataSources, loadImages } from '../../training/data/sources.ts';
import { objectiveOf as objectiveOfAutoencoder } from '../../training/methods/autoencoder/objective.ts';
import { imageBatches } from '../../training/data/image-batches.ts';
import { createTrainer } from '../../training/methods/encoder-decoder/train-step.ts';
import { objectiveOf as objectiveOfVae } from '../../training/methods/vae/objective.ts';
import { autoencoderRecipes } from '../../training/recipes/autoencoder.ts';
import { vaeRecipes } from '../../training/recipes/vae.ts';
import { time } from './measure.ts';
import type { BenchRow } from './node.ts';

const shape = imageShapeOf(dataSources.strokes);
const length = imageLength(shape);
const numBatches = 20;

const experiments = [
  ...autoencoderRecipes.map((recipe) => ({
    ...recipe,
    objective: objectiveOfAutoencoder(recipe.training, length),
  })),
  ...vaeRecipes.map((recipe) => ({ ...recipe, objective: objectiveOfVae(recipe.training, length) })),
];
const ids = [
  'autoencoder-mnist-linear-k10',
  'autoencoder-mnist-linear-k100',
  'autoencoder-mnist-relu-k10',
  'autoencoder-mnist-relu-k100',
  'autoencoder-mnist-stacked-k10',
  'vae-mnist-dense-k10',
  'vae-mnist-conv-variance0.001',
];

export async function benchEncoderSteps(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { id, network, training, objective } of experiments.filter((each) => ids.includes(each.id))) {
    const { batchSize } = training;
    const { images } = await loadImages('strokes', { numImages: numBatches * batchSize });
    const architecture = architectureOf({ ...network, ...shape });
    const random = createRandom(id);
    const trainer = createTrainer({
      architecture,
      gaussianCode: network.gaussianCode,
      objective,
      parameters: initializeLayers([...architecture.encoder, ...architecture.decoder], random),
      batchSize,
    });
    const noise = normalArray(random, batchSize * network.codeDim, 1);
    let batches = imageBatches({ images, length }, batchSize);
    const step = () => {
      let next = batches.next();
      if (next.done) {
        batches = imageBatches({ images, length }, batchSize, random);
        next = batches.next();
      }
      if (next.done) return;
      trainer.computeGradients({ images: next.value, noise });
      trainer.update(training.learningRate);
    };
    rows.push({
      name: `step of ${id}, batch ${batchSize}`,
      timing: await time(step, { warmup: 60, runs: 100 }),
    });
  }
  return rows;
}
