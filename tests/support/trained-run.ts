/** What the trainer hands to the exporter, from strokes and a model with random parameters: small, seeded, not trained. */
import { createRandom } from '../../src/numerics/random.ts';
import { makeStrokes } from '../../training/data/strokes.ts';
import type { TrainedRun } from '../../training/methods/glo/files/build-checkpoint.ts';
import { randomCodes, randomParameters } from './random-generator.ts';
import { exerciseTraining } from './training-config.ts';
import { digitShape } from './digit-shape.ts';

const numImages = 120;
const strokes = makeStrokes({ seed: 'trained run', numImages });

export function trainedRun(contentNoiseStd: number): TrainedRun {
  const id = `glo-strokes-exercise-sigma${contentNoiseStd}`;
  const random = createRandom(id);
  const dims = { classDim: 3, contentDim: 4, ...digitShape };
  return {
    id,
    title: `Random, σ = ${contentNoiseStd}`,
    group: 'strokes',
    dataset: {
      name: 'strokes',
      split: 'train',
      firstImage: 0,
      numTrainingImages: numImages,
      sha256: '0'.repeat(64),
      numImages,
      labels: strokes.labels.join(''),
    },
    training: { ...exerciseTraining, contentNoiseStd },
    model: {
      dims,
      parameters: randomParameters(dims, random),
      classCodes: randomCodes(dims, 10, random).classCodes.slice(),
      contentCodes: randomCodes(dims, numImages, random).contentCodes.slice(),
    },
    history: {
      loss: [0.31234567, 0.2],
      l1: [0.2, 0.123456789],
      l2: [0.1, 0.08],
      contentCodeRms: [1, 1.01],
    },
    provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
  };
}
