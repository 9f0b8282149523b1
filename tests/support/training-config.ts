/** A whole training config, the exercise's: a test changes what it is about, and a new setting has one place to be added. */
import type { TrainingConfig } from '../../src/contract/families/glo.ts';

export const exerciseTraining: TrainingConfig = {
  preset: 'exercise',
  seed: 1,
  numEpochs: 2,
  batchSize: 32,
  loss: 'l1+l2',
  contentNoiseStd: 0.3,
  contentDecay: 0,
  codeInitStd: 1,
  learningRates: { generator: 1e-3, classCodes: 1e-3, contentCodes: 1e-3 },
  contentWhitening: 'none',
  guidance: null,
  mistake: null,
};
