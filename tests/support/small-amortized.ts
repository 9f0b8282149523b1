/** A second stage that is trained in a moment, on strokes, from a first stage with random parameters. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AmortizedManifest } from '../../src/contract/families/amortized.ts';
import { loadImages } from '../../training/data/sources.ts';
import { amortizedMethod } from '../../training/methods/amortized/method.ts';
import { buildCheckpoint } from '../../training/methods/glo/files/build-checkpoint.ts';
import type { CheckpointFolder, EpochReport } from '../../training/methods/method.ts';
import type { AmortizedRecipe } from '../../training/recipes/amortized.ts';
import { writeFolder } from '../../training/store/write-folder.ts';
import { trainedRun } from './trained-run.ts';

export const smallAmortized: AmortizedRecipe = {
  id: 'amortized-strokes-small-frozen',
  title: 'Small',
  family: 'amortized',
  group: 'amortized',
  source: { id: 'glo-strokes-exercise-sigma0.3', preset: 'exercise', contentNoiseStd: 0.3 },
  dataset: { name: 'strokes', numTrainingImages: 120 },
  dims: { classDim: 3, contentDim: 4 },
  channels: [4, 8],
  training: {
    seed: 1,
    numEpochs: 3,
    batchSize: 50,
    learningRate: 1e-3,
    generatorRate: 0,
    codeWeight: 0.1,
  },
  ships: true,
  evaluation: 'light',
};

export interface SmallAmortized extends CheckpointFolder {
  readonly manifest: AmortizedManifest;
  readonly epochs: readonly EpochReport[];
}

const none = { images: new Uint8Array(), labels: new Uint8Array() };

/** Trains a recipe as the trainer does, and keeps its folder in memory. The wasm backend has been started. */
export async function makeSmallAmortized(recipe: AmortizedRecipe): Promise<SmallAmortized> {
  const { name, numTrainingImages } = recipe.dataset;
  const data = await loadImages(name, { numImages: numTrainingImages });
  const folder = await mkdtemp(join(tmpdir(), 'small-first-stage-'));
  try {
    const trainingNetwork = join(folder, recipe.source.id);
    await writeFolder(trainingNetwork, buildCheckpoint(trainedRun(recipe.source.contentNoiseStd)).files);
    const provenance = { command: 'npm test', codeVersion: '0'.repeat(64) };
    const made = amortizedMethod.make({ recipe, data, validation: none, trainingNetwork, provenance });
    const epochs: EpochReport[] = [];
    for (let step = await made.next(); ; step = await made.next()) {
      if (step.done) return { ...step.value, epochs } as SmallAmortized;
      epochs.push(step.value);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
