/** From what the reader chose to what the trainer takes: the dense VAE of training/recipes/vae.ts with that changed. */
import { objectiveOf } from '../../../../training/methods/vae/objective.ts';
import type { Objective } from '../../../../training/methods/encoder-decoder/train-step.ts';
import { vaeRecipes } from '../../../../training/recipes/vae.ts';
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import type { EncoderDecoderConfig } from '../../../networks/encoder-decoder/architecture.ts';
import type { EncoderTrainingSettings } from '../../encoder-trainer-protocol.ts';

/** Of strokes or MNIST. */
export const numLearned = 2000;

const [{ network, training }] = vaeRecipes;

export const configOf = ({ codeDim }: Pick<EncoderTrainingSettings, 'codeDim'>): EncoderDecoderConfig => ({
  ...network,
  codeDim,
  imageHeight: 28,
  imageWidth: 28,
  imageChannels: 1,
});

/** A batch is smaller than the recipe's, which learns 54,000 images: else an epoch had sixteen steps. */
export const optimizer = { learningRate: training.learningRate, batchSize: 32 };

export function weightedObjective(config: EncoderDecoderConfig, divergenceWeight: number): Objective {
  const objective = objectiveOf(training, imageLength(config));
  return { ...objective, divergenceWeight: divergenceWeight * objective.divergenceWeight };
}
