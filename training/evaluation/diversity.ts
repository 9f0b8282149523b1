/**
 * How much pictures of one class differ: the standard deviation of each pixel over contents, mean over pixels and classes. On real images it is the
 * mark that a model's is read against; 0 says that every content gives the same picture.
 */
import type { MetricValues, ReferenceValues } from '../../src/contract/metrics.ts';
import { transfers, type CodeSource } from '../../src/networks/generator/codes.ts';
import type { Predictor } from '../../src/networks/generator/predictor.ts';

/** Contents a class: as many of the model as of real images, because a standard deviation depends on how many it is over. */
const numContents = 100;

/** `diversity`: every class with the first 100 contents; n counts the pictures. */
export function measureDiversity({
  source,
  predict,
}: {
  readonly source: CodeSource;
  readonly predict: Predictor['predict'];
}): MetricValues {
  const { dataset, model } = source.manifest;
  const contents = Array.from({ length: Math.min(numContents, dataset.numImages) }, (_, i) => i);
  let total = 0;
  for (let label = 0; label < model.numClasses; label++) {
    total += meanPixelStd(predict(transfers(source, { contents, classes: [label] })), contents.length);
  }
  return { diversity: { value: total / model.numClasses, n: contents.length * model.numClasses } };
}

/** `real.diversity`: the first 100 images of each class in `images` [n × numbers of an image] bytes; n counts the images. */
export function measureRealDiversity({
  images,
  labels,
}: {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}): ReferenceValues {
  const length = images.length / labels.length;
  let total = 0;
  let n = 0;
  const classes = new Set(labels);
  for (const label of classes) {
    const rows = Array.from(labels.keys())
      .filter((row) => labels[row] === label)
      .slice(0, numContents);
    const intensity = new Float32Array(rows.length * length);
    rows.forEach((row, at) => {
      for (let i = 0; i < length; i++) intensity[at * length + i] = images[row * length + i] / 255;
    });
    total += meanPixelStd(intensity, rows.length);
    n += rows.length;
  }
  return { 'real.diversity': { value: total / classes.size, n } };
}

/** Of `count` pictures: the standard deviation (divisor n) over pictures at each pixel, and the mean of these. */
export function meanPixelStd(pictures: Float32Array, count: number): number {
  const numPixels = pictures.length / count;
  let total = 0;
  for (let pixel = 0; pixel < numPixels; pixel++) {
    let sum = 0;
    for (let at = pixel; at < pictures.length; at += numPixels) sum += pictures[at];
    const mean = sum / count;
    let squares = 0;
    for (let at = pixel; at < pictures.length; at += numPixels) squares += (pictures[at] - mean) ** 2;
    total += Math.sqrt(squares / count);
  }
  return total / numPixels;
}
