/**
 * What encoders are worth beside a search: test images, which no part of the model learned, from the encoders' codes, from a search that
 * begins at these, and from one that begins at the learned codes under each of ten classes (held-out.ts). All images at a glance, and the same
 * few hundred by all three; a search from nothing for one image is 20 times as much as from the encoders' codes.
 */
import type { MetricValues, RunMetrics } from '../../../src/contract/metrics.ts';
import { toSixDigits } from '../../../src/contract/statistics.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import type { CodeBatch } from '../../../src/networks/generator/codes.ts';
import type { LabelledImages } from '../../data/sources.ts';
import { measureHeldOut, spreadOver, stepsShown } from '../held-out.ts';
import { toIntensity, type EvaluationClassifier, type Predict } from '../pictures.ts';
import { refine, type FoundInput } from './found-codes.ts';
import { nearestClasses, ownClassAccuracy, swapAccuracy } from './read-pictures.ts';

export interface MeasureAmortizedInput extends FoundInput {
  readonly predict: Predict;
  readonly evaluationClassifier: EvaluationClassifier;
  /** Those that both stages learned, in the order of the content codes. */
  readonly learned: LabelledImages;
  readonly unseen: LabelledImages;
  /** Whether codes are also searched from nothing. */
  readonly searches: boolean;
  readonly numParameters: number;
  readonly numBytes: number;
}

export interface MeasuredAmortized {
  readonly values: MetricValues;
  readonly projection?: RunMetrics['projection'];
}

/** Spread evenly over the test file. */
const numSearched = 200;

/** Deterministic: nothing is drawn. */
export function measureAmortized(input: MeasureAmortizedInput): MeasuredAmortized {
  const { encoders, source, predict, evaluationClassifier, learned, unseen, searches } = input;
  const { classDim } = encoders.config;
  const length = imageLength(encoders.config);
  const readOf = (labels: Uint8Array) => ({
    predict,
    evaluationClassifier,
    classCodes: source.classCodes,
    classDim,
    labels,
  });
  const meanLoss = (codes: CodeBatch, images: Uint8Array): number =>
    lossOf(predict(codes), toIntensity(images));

  const all = encoders.encode(toIntensity(unseen.images));
  const nearest = nearestClasses(readOf(unseen.labels), all.classCodes);
  const numUnseen = unseen.labels.length;
  const values: MetricValues = {
    'reading.learned.loss': {
      value: meanLoss(encoders.encode(toIntensity(learned.images)), learned.images),
      n: learned.labels.length,
    },
    'reading.all.loss': { value: meanLoss(all, unseen.images), n: numUnseen },
    'reading.all.classAccuracy': {
      value: nearest.filter((label, i) => label === unseen.labels[i]).length / numUnseen,
      n: numUnseen,
    },
    'reading.all.accuracy': { value: ownClassAccuracy(readOf(unseen.labels), all), n: numUnseen },
    'network.parameters': { value: input.numParameters, n: 1 },
    'network.bytes': { value: input.numBytes, n: 1 },
  };

  const chosen = spreadOver(numUnseen, Math.min(numSearched, numUnseen));
  const images = new Uint8Array(chosen.length * length);
  chosen.forEach((image, i) =>
    images.set(unseen.images.subarray(image * length, (image + 1) * length), i * length),
  );
  const labels = Uint8Array.from(chosen, (image) => unseen.labels[image]);
  const n = chosen.length;
  const { encoded, refined } = refine(input, toIntensity(images));
  const readings = (name: 'encoded' | 'refined' | 'searched', codes: CodeBatch): void => {
    values[`reading.${name}.accuracy`] = { value: ownClassAccuracy(readOf(labels), codes), n };
    values[`reading.${name}.swap`] = { value: swapAccuracy(readOf(labels), codes), n };
  };
  values['reading.encoded.loss'] = { value: meanLoss(encoded, images), n };
  values['reading.refined.loss'] = { value: meanOf(refined.loss), n };
  readings('encoded', encoded);
  readings('refined', refined.codes);
  if (!searches) return { values };

  const heldOut = measureHeldOut({
    source,
    projector: input.projector,
    images,
    labels,
    trainImages: learned.images,
    numImages: n,
  });
  readings('searched', heldOut.codes);
  return {
    values: { ...values, ...heldOut.metrics },
    projection: {
      ...heldOut.projection,
      refined: stepsShown(refined.bestAfter.length - 1).map((step) =>
        toSixDigits(meanOf(refined.bestAfter[step])),
      ),
    },
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** L1 + L2 a pixel. */
function lossOf(pictures: Float32Array, images: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < pictures.length; i++) {
    const error = Math.abs(pictures[i] - images[i]);
    sum += error + error * error;
  }
  return sum / pictures.length;
}
