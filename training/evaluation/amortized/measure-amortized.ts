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
import { measureTransfers, toIntensity, type EvaluationClassifier, type Predict } from '../pictures.ts';
import { reconstructionErrors } from '../reconstruction.ts';
import { swapAccuracy } from '../transfers.ts';
import { refine, withContents, type FoundInput } from './found-codes.ts';

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
  /** Of pictures drawn once. */
  const read = (codes: CodeBatch, { images, labels }: LabelledImages) => {
    const errors = reconstructionErrors(images, evaluationClassifier);
    const classes = Array.from(labels);
    errors.add({ pictures: predict(codes), contents: Array.from(labels.keys()), classes });
    const { 'reconstruction.loss': loss, 'reconstruction.accuracy': accuracy } = errors.metrics();
    return { loss, accuracy };
  };

  const all = encoders.encode(toIntensity(unseen.images));
  const nearest = nearestClasses(source.classCodes, all.classCodes, classDim);
  const numUnseen = unseen.labels.length;
  const ofAll = read(all, unseen);
  const values: MetricValues = {
    'reading.learned.loss': read(encoders.encode(toIntensity(learned.images)), learned).loss,
    'reading.all.loss': ofAll.loss,
    'reading.all.classAccuracy': {
      value: nearest.filter((label, i) => label === unseen.labels[i]).length / numUnseen,
      n: numUnseen,
    },
    'reading.all.accuracy': ofAll.accuracy,
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
  const readings = (name: 'encoded' | 'refined' | 'searched', codes: CodeBatch) => {
    const { loss, accuracy } = read(codes, { images, labels });
    const swaps = swapAccuracy(labels, evaluationClassifier);
    measureTransfers({
      source: withContents(source, labels, codes.contentCodes),
      predict,
      measures: [swaps],
    });
    values[`reading.${name}.accuracy`] = accuracy;
    values[`reading.${name}.swap`] = { value: swaps.metrics()['swap.accuracy'].value, n };
    return loss;
  };
  values['reading.encoded.loss'] = readings('encoded', encoded);
  values['reading.refined.loss'] = { value: meanOf(refined.loss), n };
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

/** The class whose learned code each code is nearest to. */
function nearestClasses(learned: Float32Array, found: Float32Array, classDim: number): number[] {
  const classes = Array.from({ length: learned.length / classDim }, (_, label) => label);
  return Array.from({ length: found.length / classDim }, (_, i) => {
    const distance = (label: number): number => {
      let squared = 0;
      for (let j = 0; j < classDim; j++)
        squared += (found[i * classDim + j] - learned[label * classDim + j]) ** 2;
      return squared;
    };
    return classes.reduce((best, label) => (distance(label) < distance(best) ? label : best));
  });
}
