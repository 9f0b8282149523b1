/**
 * Every metric of one run, from the functions that its model offers: calls the instruments, each of which is a file of this
 * folder, and measures nothing itself. Held-out images are apart (held-out.ts): they need gradients.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import { imageLength } from '../../src/networks/blocks/image-shape.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { measureCodeScale } from './code-scale.ts';
import { contentKept, contentOwn } from './factor-correlation.ts';
import { measureDiversity } from './diversity.ts';
import { factorsKept } from './factor-reader.ts';
import { measureFactors } from './factors.ts';
import { instrument, type Instrument, type MeasuringSetup, type ModelFunctions } from './instrument.ts';
import { labelsOf, measureReconstructions, measureTransfers, toIntensity } from './pictures.ts';
import { measureProbes } from './probes.ts';
import { reconstructionErrors } from './reconstruction.ts';
import { measureSamplers } from './samplers.ts';
import { swapAccuracy } from './transfers.ts';

/** In the order of the metrics. */
export const instruments: readonly Instrument[] = [
  instrument('light', ['generate', 'codes'], ({ generate, codes }, { images, evaluationClassifier }) => {
    const source = codes();
    const originals = originalsOf(source, images);
    return measureReconstructions({
      source,
      predict: generate,
      measures: [
        reconstructionErrors(images, evaluationClassifier),
        contentOwn(originals, source.manifest.model.numClasses),
      ],
    });
  }),
  instrument('light', ['generate', 'codes'], ({ generate, codes }, { images, evaluationClassifier }) => {
    const source = codes();
    const originals = originalsOf(source, images);
    return measureTransfers({
      source,
      predict: generate,
      measures: [
        swapAccuracy(originals.labels, evaluationClassifier),
        contentKept(originals, source.manifest.model.numClasses),
      ],
    });
  }),
  instrument('light', ['generate', 'codes'], ({ generate, codes }) =>
    measureDiversity({ source: codes(), predict: generate }),
  ),
  instrument('light', ['codes'], ({ codes }, { contentNoiseStd }) =>
    measureCodeScale(codes(), contentNoiseStd),
  ),
  instrument('full', ['codes'], ({ codes }, { contentNoiseStd }) => measureProbes(codes(), contentNoiseStd)),
  instrument('full', ['generate', 'codes'], ({ generate, codes }, setup) =>
    measureSamplers({
      source: codes(),
      contentNoiseStd: setup.contentNoiseStd,
      predict: generate,
      evaluationClassifier: setup.evaluationClassifier,
      realFeatures: setup.evaluationClassifier.classify(toIntensity(setup.images)).features,
      random: createRandom('samplers'),
      samplers: setup.samplers,
    }),
  ),
  instrument('full', ['codes'], ({ codes }, { factors }) =>
    factors ? measureFactors(codes(), factors) : {},
  ),
  instrument('full', ['generate', 'codes'], ({ generate, codes }, { factors, factorReader }) => {
    if (!factors || !factorReader) return {};
    const source = codes();
    const kept = factorsKept(factorReader, labelsOf(source), factors, source.manifest.model.numClasses);
    return measureTransfers({ source, predict: generate, measures: [kept] });
  }),
];

export interface MeasureRunInput extends MeasuringSetup {
  readonly model: Partial<ModelFunctions>;
  /** Of the last epoch, with noise and batch statistics. */
  readonly trainLoss: number;
  /** `light` leaves out probes, samplers and factors. */
  readonly tier: Instrument['tier'];
}

/**
 * Metrics of every instrument whose functions the model has. Values that are not finite (a perfect reconstruction has no PSNR, codes
 * that are all 0 have no σ / rms) are left out. @throws Error when the images are not those of the codes.
 */
export function measureRun({ model, trainLoss, tier, ...setup }: MeasureRunInput): MetricValues {
  const source = model.codes?.();
  if (source) checkImages(setup, source);
  const taken = instruments.filter((each) => tier === 'full' || each.tier === 'light');
  return finite(
    Object.assign(
      { 'train.loss': { value: trainLoss, n: setup.numTrainingImages } },
      ...taken.map((each) => each.measure(model, setup)),
    ) as MetricValues,
  );
}

const originalsOf = (source: CodeSource, images: Uint8Array) => ({
  images,
  labels: labelsOf(source),
  imageWidth: source.manifest.model.imageWidth,
});

function checkImages({ images }: MeasuringSetup, source: CodeSource): void {
  const { dataset, model } = source.manifest;
  const [numImages, numLabels] = [images.length / imageLength(model), labelsOf(source).length];
  const numCodes = dataset.numImages;
  if (numImages === numCodes && numLabels === numCodes) return;
  throw new Error(
    `measureRun expects ${numCodes} images and labels, as many as content codes; ` +
      `it got ${numImages} images and ${numLabels} labels.`,
  );
}

const finite = (metrics: MetricValues): MetricValues =>
  Object.fromEntries(Object.entries(metrics).filter(([, { value, n }]) => Number.isFinite(value) && n > 0));
