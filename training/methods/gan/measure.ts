/** What is measured on one checkpoint of a game, from its files to its metrics. */
import type { RunMetrics } from '../../../src/contract/metrics.ts';
import { buildGan } from '../../../src/networks/gan/predictor.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { loadSplit } from '../../data/split.ts';
import { measureGame } from '../../evaluation/gan/measure-gan.ts';
import type { GanRecipe } from '../../recipes/gan.ts';
import { openClassifier } from '../classifier/files/open-classifier.ts';
import type { MeasureInput } from '../method.ts';
import { runMetricsOf } from '../run-metrics.ts';
import { loadGan } from './files/load.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureGan(input: MeasureInput<GanRecipe>): Promise<RunMetrics> {
  const { recipe } = input;
  const { manifest, parameters, history } = await loadGan(input.folder);
  const { family, group, dataset, network, training } = recipe;
  const source = sourceOf(dataset.name);
  const evaluationClassifier = await openClassifier(input.evaluationClassifier);
  try {
    const values = measureGame({
      gan: buildGan(manifest.model, parameters),
      ...(await loadSplit(dataset)),
      test: await loadImages(dataset.name, { numImages: source.splits.test, split: 'test' }),
      evaluationClassifier,
      history,
      hasLabels: training.loss === 'cross-entropy',
      numParameters: manifest.model.numParameters,
      numBytes: manifest.files.weights.bytes,
      tier: recipe.evaluation === 'light' ? 'light' : 'full',
    });
    const setting = { family, group, dataset, model: network, training };
    return runMetricsOf(input, { manifest, setting, values });
  } finally {
    evaluationClassifier.dispose();
  }
}
