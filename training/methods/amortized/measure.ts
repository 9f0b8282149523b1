/** What is measured on one checkpoint of the second stage, from its files to its metrics. */
import type { RunMetrics } from '../../../src/contract/metrics.ts';
import { buildCodeEncoders } from '../../../src/networks/amortized/predictor.ts';
import { buildPredictor } from '../../../src/networks/generator/predictor.ts';
import { buildProjector } from '../../../src/networks/generator/projection.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { measureAmortized } from '../../evaluation/amortized/measure-amortized.ts';
import { isProjected } from '../../evaluation/tier.ts';
import type { AmortizedRecipe } from '../../recipes/amortized.ts';
import { openClassifier } from '../classifier/files/open-classifier.ts';
import { loadCheckpoint } from '../glo/files/load-checkpoint.ts';
import type { MeasureInput } from '../method.ts';
import { runMetricsOf } from '../run-metrics.ts';
import { loadAmortized } from './files/load.ts';

/** @throws ContractError when the checkpoint, its first stage or the evaluation classifier is not whole. */
export async function measureAmortizedRun(input: MeasureInput<AmortizedRecipe>): Promise<RunMetrics> {
  const { recipe, folder, trainingNetwork } = input;
  if (trainingNetwork === undefined) {
    throw new Error(`${recipe.id} is measured beside ${recipe.source.id}, and no folder is given.`);
  }
  const { manifest, generator, encoders } = await loadAmortized(folder);
  const firstStage = await loadCheckpoint(trainingNetwork);
  const { family, group, source, dataset, dims, channels, training } = recipe;
  const { name, numTrainingImages } = dataset;
  const evaluationClassifier = await openClassifier(input.evaluationClassifier);
  const predictor = buildPredictor(manifest.model, generator);
  const projector = buildProjector(manifest.model, generator);
  try {
    const measured = measureAmortized({
      encoders: buildCodeEncoders(manifest.model, encoders),
      projector,
      source: firstStage,
      predict: (codes) => predictor.predict(codes),
      evaluationClassifier,
      learned: await loadImages(name, { numImages: numTrainingImages }),
      unseen: await loadImages(name, { numImages: sourceOf(name).splits.test, split: 'test' }),
      searches: isProjected(recipe),
      numParameters: manifest.model.numParameters,
      numBytes: manifest.files.encoder.bytes,
    });
    return runMetricsOf(input, {
      manifest,
      setting: { family, group, source, dataset, model: { ...dims, channels }, training },
      ...measured,
    });
  } finally {
    predictor.dispose();
    projector.dispose();
    evaluationClassifier.dispose();
  }
}
