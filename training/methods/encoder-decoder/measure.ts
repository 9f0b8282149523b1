/** What is measured on one checkpoint with an encoder, from its files to its metrics. */
import type { RunMetrics } from '../../../src/contract/metrics.ts';
import { buildEncoderDecoder } from '../../../src/networks/encoder-decoder/predictor.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { loadSplit } from '../../data/split.ts';
import { measureEncoder } from '../../evaluation/encoders/measure-encoder.ts';
import type { EncoderDecoderRecipe } from '../../recipes/encoder-decoder/recipe.ts';
import { openClassifier } from '../classifier/files/open-classifier.ts';
import type { MeasureInput } from '../method.ts';
import { runMetricsOf } from '../run-metrics.ts';
import type { LoadedEncoderDecoder } from './files/load.ts';
import { networkOf } from './stored.ts';

export interface MeasureOptions {
  /** What the family tells runs apart by, besides data and network. */
  readonly ownSetting: object;
  readonly dataVariance: number | null;
  readonly isLinear: boolean;
}

/** @throws ContractError when the evaluation classifier is not whole. */
export async function measureEncoderDecoder(
  { manifest, parameters, history }: LoadedEncoderDecoder,
  input: MeasureInput<EncoderDecoderRecipe>,
  { ownSetting, dataVariance, isLinear }: MeasureOptions,
): Promise<RunMetrics> {
  const { recipe } = input;
  const { dataset, network } = networkOf(manifest);
  const { name } = dataset;
  const source = sourceOf(name);
  const evaluationClassifier = await openClassifier(input.evaluationClassifier);
  try {
    const values = measureEncoder({
      model: buildEncoderDecoder(manifest.model, parameters),
      parameters,
      ...(await loadSplit(dataset)),
      test: await loadImages(name, { numImages: source.splits.test, split: 'test' }),
      evaluationClassifier,
      numBytes: manifest.files.weights.bytes + manifest.files.encoder.bytes,
      numClasses: source.classNames.length,
      trainLoss: history.loss.at(-1) ?? NaN,
      dataVariance,
      isLinear,
      tier: recipe.evaluation === 'light' ? 'light' : 'full',
    });
    return runMetricsOf(input, { manifest, setting: { ...ownSetting, dataset, model: network }, values });
  } finally {
    evaluationClassifier.dispose();
  }
}
