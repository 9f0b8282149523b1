/** What is measured on a variational autoencoder: one with a Gaussian data term also beside the threshold of its collapse. */
import type { RunMetrics } from '../../../src/contract/metrics.ts';
import type { VaeRecipe } from '../../recipes/vae.ts';
import { checkCheckpointOf } from '../../export/read-checkpoint.ts';
import { loadEncoderDecoder } from '../encoder-decoder/files/load.ts';
import { measureEncoderDecoder } from '../encoder-decoder/measure.ts';
import type { MeasureInput } from '../method.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureVae(input: MeasureInput<VaeRecipe>): Promise<RunMetrics> {
  const loaded = await loadEncoderDecoder(input.folder, await checkCheckpointOf('vae', input.folder));
  const { family, group, training } = loaded.manifest;
  return measureEncoderDecoder(loaded, input, {
    ownSetting: { family, group, training },
    dataVariance: training.dataVariance,
    isLinear: false,
  });
}
