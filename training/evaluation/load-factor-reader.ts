/** The factor reader of a data set whose factors are known, taught by the real pictures after those that runs learn. */
import type { LearnedName } from '../../src/contract/datasets.ts';
import { imageLength } from '../../src/networks/blocks/image-shape.ts';
import { loadImages, sourceOf } from '../data/sources.ts';
import type { Factors } from './factors.ts';
import { teachFactorReader, type FactorReader } from './factor-reader.ts';

/** The pictures from the first to before the last. */
const [first, last] = [2000, 4000];

/** Nothing where the factors are not known. */
export async function loadFactorReader(name: LearnedName): Promise<FactorReader | undefined> {
  const source = sourceOf(name);
  const all = source.factors?.('train', last);
  if (!all) return undefined;
  const { images, labels } = await loadImages(name, { numImages: last });
  const factors = Object.fromEntries(
    Object.entries(all).map(([factor, values]) => [factor, values.subarray(first)]),
  ) as Factors;
  return teachFactorReader({
    images: images.subarray(first * imageLength(source)),
    labels: labels.subarray(first),
    factors,
    numClasses: source.classNames.length,
    imageWidth: source.imageWidth,
  });
}
