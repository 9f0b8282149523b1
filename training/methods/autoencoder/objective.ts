/** What an autoencoder minimizes. */
import type { AutoencoderTraining } from '../../../src/contract/families/autoencoder.ts';
import type { Objective } from '../encoder-decoder/train-step.ts';

/** The squared error is a mean over the `length` numbers of an image, the cross-entropy their sum. */
export const objectiveOf = ({ loss }: Pick<AutoencoderTraining, 'loss'>, length: number): Objective => ({
  dataTerm: loss,
  dataWeight: loss === 'squared-error' ? 1 / length : 1,
  divergenceWeight: 0,
});
