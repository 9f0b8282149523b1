/** What is measured on one checkpoint of GLO, from its files to its metrics. */
import type { MetricValues, RunMetrics } from '../../../src/contract/metrics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { buildProjector } from '../../../src/networks/generator/projection.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { drawnContents } from '../../evaluation/drawn-contents.ts';
import { featureGaussian } from '../../evaluation/frechet.ts';
import { measureGenerated } from '../../evaluation/generated.ts';
import { measureHeldOut } from '../../evaluation/held-out.ts';
import { loadFactorReader } from '../../evaluation/load-factor-reader.ts';
import { measureRun } from '../../evaluation/measure-run.ts';
import { toIntensity } from '../../evaluation/pictures.ts';
import { isProjected } from '../../evaluation/tier.ts';
import type { GloRecipe } from '../../recipes/glo/vary.ts';
import { openClassifier } from '../classifier/files/open-classifier.ts';
import type { MeasureInput } from '../method.ts';
import { runMetricsOf } from '../run-metrics.ts';
import { contentSamplersFor } from './content-samplers-for.ts';
import { loadCheckpoint, type LoadedCheckpoint } from './files/load-checkpoint.ts';
import { predictorFor } from './later-mistakes.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureGlo(input: MeasureInput<GloRecipe>): Promise<RunMetrics> {
  const checkpoint = await loadCheckpoint(input.folder);
  const { family, group, dataset, model, training } = checkpoint.manifest;
  return runMetricsOf(input, {
    manifest: checkpoint.manifest,
    setting: {
      family,
      group,
      dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
      model: { classDim: model.classDim, contentDim: model.contentDim },
      training,
    },
    ...(await measure(checkpoint, input)),
  });
}

async function measure(
  checkpoint: LoadedCheckpoint,
  { recipe, evaluationClassifier: folder }: MeasureInput<GloRecipe>,
) {
  const { manifest, parameters, contentCodes, classCodes, history } = checkpoint;
  const { dataset, model, training } = manifest;
  const dataSource = sourceOf(dataset.name);
  const { images } = await loadImages(dataset.name, { numImages: dataset.numImages });
  const evaluationClassifier = await openClassifier(folder);
  const predictor = predictorFor(training.mistake, model, parameters);
  const source = { manifest, contentCodes, classCodes };
  const tier = recipe.evaluation === 'light' ? 'light' : 'full';
  try {
    const values: MetricValues = measureRun({
      model: { generate: (codes) => predictor.predict(codes), codes: () => source },
      numTrainingImages: dataset.numTrainingImages,
      contentNoiseStd: training.contentNoiseStd,
      trainLoss: history.loss.at(-1) ?? NaN,
      evaluationClassifier,
      images,
      factors: dataSource.factors?.(dataset.split, dataset.numImages),
      factorReader: tier === 'full' ? await loadFactorReader(dataset.name) : undefined,
      samplers: contentSamplersFor(training.mistake),
      tier,
    });
    if (!isProjected(recipe)) return { values };
    const unseen = await loadImages(dataset.name, { numImages: dataSource.splits.test, split: 'test' });
    if (recipe.evaluation === 'compared') {
      const generated = measureGenerated({
        draw: drawnContents(source, (codes) => predictor.predict(codes), training.contentNoiseStd),
        length: imageLength(model),
        learned: images,
        others: unseen.images,
        evaluationClassifier,
        real: featureGaussian(evaluationClassifier.classify(toIntensity(unseen.images))),
      });
      Object.assign(values, generated);
    }
    const projector = buildProjector(model, parameters);
    const heldOut = measureHeldOut({
      source,
      projector,
      images: unseen.images,
      labels: unseen.labels,
      trainImages: images,
    });
    projector.dispose();
    return { values: { ...values, ...heldOut.metrics }, projection: heldOut.projection };
  } finally {
    predictor.dispose();
    evaluationClassifier.dispose();
  }
}
