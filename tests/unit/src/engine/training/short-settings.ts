/** A run that a test trains in a moment: three steps an epoch. */
import type { TrainingSettings } from '../../../../../src/engine/trainer-protocol.ts';

export const shortSettings: TrainingSettings = {
  data: 'strokes',
  numImages: 80,
  preset: 'lord',
  loss: 'l1+l2',
  classDim: 25,
  contentDim: 4,
  contentDecay: 0,
  contentNoiseStd: 0.3,
  rateFactor: 1,
  codeRateFactor: 1,
  seed: 5,
};
