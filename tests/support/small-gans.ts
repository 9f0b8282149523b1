/** Games that are played in a moment, on strokes, followed by a classifier that was never trained. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GanManifest } from '../../src/contract/families/gan.ts';
import { loadSplit } from '../../training/data/split.ts';
import { ganMethod } from '../../training/methods/gan/method.ts';
import type { CheckpointFolder, EpochReport } from '../../training/methods/method.ts';
import type { GanRecipe } from '../../training/recipes/gan.ts';
import { writeFolder } from '../../training/store/write-folder.ts';
import { smallJudge } from './small-judge.ts';

/** SN-GAN, which takes what most of the others do: labels with noise, and vectors of a power iteration. */
export const smallGan: GanRecipe = {
  id: 'gan-strokes-sn',
  title: 'Small',
  family: 'gan',
  group: 'gan',
  dataset: { name: 'strokes', numTrainingImages: 210, numValidationImages: 60 },
  network: { codeDim: 3, channels: [4, 8], discriminatorNormalizes: false },
  training: {
    seed: 1,
    numEpochs: 3,
    stepsPerEpoch: 4,
    batchSize: 20,
    criticSteps: 1,
    loss: 'cross-entropy',
    constraint: 'spectral-norm',
    labelNoise: 0.1,
    optimizer: { kind: 'adam', rate: 1e-3, betas: [0.5, 0.999] },
  },
  snapshotEpochs: [1, 2],
  ships: true,
  evaluation: 'full',
};

export const smallWgan = (
  constraint: 'clipping' | 'gradient-penalty',
  optimizer: GanRecipe['training']['optimizer'] = { kind: 'rmsprop', rate: 5e-4 },
): GanRecipe => ({
  ...smallGan,
  id: `gan-strokes-wgan-${constraint === 'clipping' ? 'clipping' : 'gp'}`,
  training: {
    ...smallGan.training,
    criticSteps: 2,
    loss: 'wasserstein',
    constraint,
    labelNoise: 0,
    optimizer,
  },
  snapshotEpochs: [],
});

export interface SmallGame extends CheckpointFolder {
  readonly manifest: GanManifest;
  readonly epochs: readonly EpochReport[];
}

/** The same for every game: a backend starts once. */
let judge: ReturnType<typeof smallJudge> | undefined;

/** Trains a recipe as the trainer does, and keeps its folder in memory. */
export async function makeSmallGan(recipe: GanRecipe): Promise<SmallGame> {
  const { training: data, validation } = await loadSplit(recipe.dataset);
  const { manifest, files } = await (judge ??= smallJudge());
  const folder = await mkdtemp(join(tmpdir(), 'small-judge-'));
  try {
    const trainingNetwork = join(folder, manifest.id);
    await writeFolder(trainingNetwork, files);
    const provenance = { command: 'npm test', codeVersion: '0'.repeat(64) };
    const made = ganMethod.make({ recipe, data, validation, trainingNetwork, provenance });
    const epochs: EpochReport[] = [];
    for (let step = await made.next(); ; step = await made.next()) {
      if (step.done) return { ...step.value, epochs } as SmallGame;
      epochs.push(step.value);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
