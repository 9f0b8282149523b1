/** What a variational autoencoder minimizes: in the homework's form minus the ELBO, in the course's about twice that. */
import type { VaeTraining } from '../../../src/contract/families/vae.ts';
import type { Objective } from '../encoder-decoder/train-step.ts';

/** `length`: numbers of an image. */
export function objectiveOf(
  { dataTerm, dataVariance, divergence }: Pick<VaeTraining, 'dataTerm' | 'dataVariance' | 'divergence'>,
  length: number,
): Objective {
  const weight = dataTerm === 'gaussian' ? 2 : 1;
  return {
    dataTerm: dataTerm === 'gaussian' ? 'squared-error' : 'cross-entropy',
    dataWeight: dataVariance === null ? 1 : 1 / (dataVariance * length),
    divergenceWeight: divergence ? weight : 0,
  };
}
