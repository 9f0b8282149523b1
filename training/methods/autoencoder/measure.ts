/** What is measured on an autoencoder: a linear one also beside PCA. */
import type { RunMetrics } from '../../../src/contract/metrics.ts';
import type { AutoencoderRecipe } from '../../recipes/autoencoder.ts';
import { checkCheckpointOf } from '../../export/read-checkpoint.ts';
import { loadEncoderDecoder } from '../encoder-decoder/files/load.ts';
import { measureEncoderDecoder } from '../encoder-decoder/measure.ts';
import type { MeasureInput } from '../method.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureAutoencoder(input: MeasureInput<AutoencoderRecipe>): Promise<RunMetrics> {
  const loaded = await loadEncoderDecoder(input.folder, await checkCheckpointOf('autoencoder', input.folder));
  const { family, group, kind, training } = loaded.manifest;
  return measureEncoderDecoder(loaded, input, {
    ownSetting: { family, group, kind, training },
    dataVariance: null,
    isLinear: kind === 'linear' || kind === 'pca',
  });
}
