/**
 * Does the handwriting survive the swap? Image moments (ink, slant, width, height) of an original against those of the pictures
 * made with its content code, as Pearson correlation over the images of one class at a time, so that what classes differ in by
 * themselves (a 1 is narrow) does not count. A code without the class is worth nothing if it means something else in each class:
 * this is the measure that catches it.
 *
 * A correlation does not see scale: contents that move the ink by a hundredth of what they should may still move it in step.
 * Read it beside the diversity.
 */
import { correlation, isConstant } from '../../src/numerics/correlation.ts';
import {
  createMomentTable,
  imageMoments,
  momentNames,
  setMoments,
  type MomentName,
  type MomentTable,
} from '../../src/numerics/image-moments.ts';
import { toIntensity, type PictureMeasure } from './pictures.ts';

interface Originals {
  /** [numImages × numbers of an image], intensity in 0..255. */
  readonly images: Uint8Array;
  /** [numImages] */
  readonly labels: Uint8Array;
  readonly imageWidth: number;
}

/** `factorCorrelation.transfer.*`: the mean over ordered pairs of classes (s, t ≠ s) of the correlation over the images of s. For measureTransfers. */
export const contentKept = (originals: Originals, numClasses: number): PictureMeasure =>
  momentCorrelations('factorCorrelation.transfer', originals, numClasses);

/** `factorCorrelation.reconstruction.*`: the mean over classes of the correlation over the images of one class. For measureReconstructions. */
export const contentOwn = (originals: Originals, numClasses: number): PictureMeasure =>
  momentCorrelations('factorCorrelation.reconstruction', originals, numClasses);

/**
 * A pair whose pictures do not vary keeps nothing and counts 0. A pair whose originals do not vary (a class of one image) says
 * nothing about the model and is left out.
 */
type Prefix = 'factorCorrelation.transfer' | 'factorCorrelation.reconstruction';

function momentCorrelations(prefix: Prefix, originals: Originals, numClasses: number): PictureMeasure {
  const { labels, imageWidth } = originals;
  const momentsBefore = momentsOf(originals);
  const membersOf = Array.from({ length: numClasses }, (_, label) =>
    Array.from(labels.keys()).filter((image) => labels[image] === label),
  );
  // Of each target class the moments of image i's picture are in row i; a class whose row is not filled was not shown.
  const pictures = Array.from({ length: numClasses }, () => createMomentTable(labels.length));
  const shown = new Set<number>();
  let count = 0;

  const meanCorrelation = (name: MomentName): number => {
    const found: number[] = [];
    for (const pair of [...shown].sort((a, b) => a - b)) {
      const [source, target] = [Math.floor(pair / numClasses), pair % numClasses];
      const column = (table: MomentTable) => membersOf[source].map((image) => table[name][image]);
      const [before, after] = [column(momentsBefore), column(pictures[target])];
      if (before.length < 2 || isConstant(before)) continue;
      found.push(isConstant(after) ? 0 : correlation(before, after));
    }
    return found.reduce((sum, value) => sum + value, 0) / found.length;
  };

  return {
    add(batch) {
      const length = batch.pictures.length / batch.contents.length;
      batch.contents.forEach((image, row) => {
        const picture = batch.pictures.subarray(row * length, (row + 1) * length);
        setMoments(pictures[batch.classes[row]], image, imageMoments(picture, imageWidth));
        shown.add(labels[image] * numClasses + batch.classes[row]);
      });
      count += batch.contents.length;
    },
    metrics: () =>
      Object.fromEntries(
        momentNames.map((name) => [`${prefix}.${name}`, { value: meanCorrelation(name), n: count }]),
      ),
  };
}

function momentsOf({ images, labels, imageWidth }: Originals): MomentTable {
  const table = createMomentTable(labels.length);
  const length = images.length / labels.length;
  for (let row = 0; row < labels.length; row++) {
    const intensity = toIntensity(images.subarray(row * length, (row + 1) * length));
    setMoments(table, row, imageMoments(intensity, imageWidth));
  }
  return table;
}
