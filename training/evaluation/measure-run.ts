/**
 * Every metric of one run, from the codes and weights of its checkpoint: calls the instruments, each of which is a file of this
 * folder, and measures nothing itself. Held-out images are apart (held-out.ts): they need gradients.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { numPixels } from '../../src/networks/generator/generator.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { measureCodeScale } from './code-scale.ts';
import type { ContentSamplers } from './content-samplers.ts';
import { contentKept, contentOwn } from './factor-correlation.ts';
import { measureDiversity } from './diversity.ts';
import { measureFactors, type Factors } from './factors.ts';
import {
  labelsOf,
  measureReconstructions,
  measureTransfers,
  toIntensity,
  type EvaluationClassifier,
  type Predict,
} from './pictures.ts';
import { measureProbes } from './probes.ts';
import { reconstructionErrors } from './reconstruction.ts';
import { measureSamplers } from './samplers.ts';
import { swapAccuracy } from './transfers.ts';

export interface MeasureRunInput {
  readonly source: CodeSource;
  /** σ of the training. */
  readonly contentNoiseStd: number;
  /** Of the last epoch, with noise and batch statistics. */
  readonly trainLoss: number;
  readonly predict: Predict;
  readonly evaluationClassifier: EvaluationClassifier;
  /** The originals of the codes, [numImages × 784], intensity in 0..255. */
  readonly images: Uint8Array;
  /** Of strokes: what each image was drawn with. */
  readonly factors?: Factors | undefined;
  /** How contents are drawn; without a mistake unless said. */
  readonly samplers?: ContentSamplers | undefined;
  /** `light` leaves out probes, samplers and factors. */
  readonly tier: 'full' | 'light';
}

/** MetricValues that are not finite (a perfect reconstruction has no PSNR, codes that are all 0 have no σ / rms) are left out. */
export function measureRun(input: MeasureRunInput): MetricValues {
  const { source, contentNoiseStd, predict, evaluationClassifier, images } = input;
  const { numClasses } = source.manifest.model;
  const { numImages, numTrainingImages } = source.manifest.dataset;
  const originals = { images, labels: labelsOf(source) };
  if (originals.labels.length !== numImages || images.length !== numImages * numPixels) {
    throw new Error(
      `measureRun expects ${numImages} images and labels, as many as content codes; ` +
        `it got ${images.length / numPixels} images and ${originals.labels.length} labels.`,
    );
  }
  return finite({
    'train.loss': { value: input.trainLoss, n: numTrainingImages },
    ...measureReconstructions({
      source,
      predict,
      measures: [reconstructionErrors(images, evaluationClassifier), contentOwn(originals, numClasses)],
    }),
    ...measureTransfers({
      source,
      predict,
      measures: [swapAccuracy(originals.labels, evaluationClassifier), contentKept(originals, numClasses)],
    }),
    ...measureDiversity({ source, predict }),
    ...measureCodeScale(source, contentNoiseStd),
    ...(input.tier === 'full' && {
      ...measureProbes(source, contentNoiseStd),
      ...measureSamplers({
        source,
        contentNoiseStd,
        predict,
        evaluationClassifier,
        realFeatures: evaluationClassifier.classify(toIntensity(images)).features,
        random: createRandom('samplers'),
        samplers: input.samplers,
      }),
      ...(input.factors && measureFactors(source, input.factors)),
    }),
  });
}

const finite = (metrics: MetricValues): MetricValues =>
  Object.fromEntries(Object.entries(metrics).filter(([, { value, n }]) => Number.isFinite(value) && n > 0));
