/**
 * The two ways a checkpoint's codes become pictures to measure: every image's reconstruction and every transfer. Pictures are
 * made once, in passes, and each pass is shown to every measure: 18,000 pictures are never held at once. What is measured is
 * in reconstruction.ts, transfers.ts and factor-correlation.ts.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import { predictClasses, type Classifier } from '../../src/networks/classifier/classifier.ts';
import { reconstructions, transfers, type CodeSource } from '../../src/networks/generator/codes.ts';
import type { Predictor } from '../../src/networks/generator/predictor.ts';

export type Predict = Predictor['predict'];
/** What reads digits: the classifier that no generator was trained against. */
export type EvaluationClassifier = Pick<Classifier, 'classify'>;

/** Pictures a pass: bounds memory, nothing else. */
const passSize = 100;

/** `pictures` [n × numbers of an image] is only there during the call. */
export interface PictureBatch {
  readonly pictures: Float32Array;
  /** [n], the image whose content code each picture has. */
  readonly contents: readonly number[];
  /** [n], the class whose class code each picture has. */
  readonly classes: readonly number[];
}

/** Sees every picture of a pass, pass by pass, and then says what it found. */
export interface PictureMeasure {
  add(batch: PictureBatch): void;
  metrics(): MetricValues;
}

interface PicturesInput {
  readonly source: CodeSource;
  readonly predict: Predict;
  readonly measures: readonly PictureMeasure[];
}

/** Shows every image's reconstruction, in the order of the images. */
export function measureReconstructions({ source, predict, measures }: PicturesInput): MetricValues {
  const labels = labelsOf(source);
  const images = Array.from(labels.keys());
  for (const contents of passes(images)) {
    const pictures = predict(reconstructions(source, contents));
    const batch = { pictures, contents, classes: contents.map((image) => labels[image]) };
    for (const measure of measures) measure.add(batch);
  }
  return allFigures(measures);
}

/** Shows every content with every class but its own, class by class: numImages × (numClasses − 1) pictures. */
export function measureTransfers({ source, predict, measures }: PicturesInput): MetricValues {
  const labels = labelsOf(source);
  for (let target = 0; target < source.manifest.model.numClasses; target++) {
    const others = Array.from(labels.keys()).filter((image) => labels[image] !== target);
    for (const contents of passes(others)) {
      const pictures = predict(transfers(source, { contents, classes: [target] }));
      const batch = { pictures, contents, classes: contents.map(() => target) };
      for (const measure of measures) measure.add(batch);
    }
  }
  return allFigures(measures);
}

/** The class of each image, [numImages]. */
export const labelsOf = ({ manifest }: CodeSource): Uint8Array =>
  Uint8Array.from(manifest.dataset.labels, Number);

/** Bytes of ink 0..255 as a picture has it, in [0, 1]. */
export function toIntensity(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  // A loop, because `from` calls back for each of forty million pixels.
  const intensity = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) intensity[i] = bytes[i] / 255;
  return intensity;
}

/** What the evaluation classifier takes each picture for, [n]. */
export const classifyPictures = (
  evaluationClassifier: EvaluationClassifier,
  pictures: Float32Array,
): Uint8Array => predictClasses(evaluationClassifier.classify(pictures));

function* passes(images: readonly number[]): Generator<readonly number[]> {
  for (let first = 0; first < images.length; first += passSize) yield images.slice(first, first + passSize);
}

const allFigures = (measures: readonly PictureMeasure[]): MetricValues =>
  Object.assign({}, ...measures.map((measure) => measure.metrics())) as MetricValues;
