/** The training images in two parts: those that a run learns, and those behind them that it is checked on. */
import type { LearnedName } from '../../src/contract/datasets.ts';
import { loadImages, type LabelledImages } from './sources.ts';

interface Counts {
  readonly numTrainingImages: number;
  /** None unless said. */
  readonly numValidationImages?: number;
}

export interface SplitImages {
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
}

/** Both are views. */
export function splitImages(
  { images, labels }: LabelledImages,
  { numTrainingImages, numValidationImages = 0 }: Counts,
): SplitImages {
  const length = images.length / labels.length;
  const part = (first: number, end: number): LabelledImages => ({
    images: images.subarray(first * length, end * length),
    labels: labels.subarray(first, end),
  });
  return {
    training: part(0, numTrainingImages),
    validation: part(numTrainingImages, numTrainingImages + numValidationImages),
  };
}

export async function loadSplit(dataset: Counts & { readonly name: LearnedName }): Promise<SplitImages> {
  const { name, numTrainingImages, numValidationImages = 0 } = dataset;
  return splitImages(await loadImages(name, { numImages: numTrainingImages + numValidationImages }), dataset);
}
