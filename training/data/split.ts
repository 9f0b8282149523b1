/** The training images in two parts: those that a run learns, and those behind them that it is checked on. */
import type { DatasetName } from '../../src/contract/datasets.ts';
import { loadImages, type LabelledImages } from './sources.ts';

export interface Split {
  readonly name: DatasetName;
  readonly numTrainingImages: number;
  readonly numValidationImages: number;
}

/** `length`: numbers of an image. */
export async function loadSplit(
  { name, numTrainingImages, numValidationImages }: Split,
  length: number,
): Promise<{ readonly training: LabelledImages; readonly validation: LabelledImages }> {
  const numImages = numTrainingImages + numValidationImages;
  const { images, labels } = await loadImages(name, { numImages });
  const part = (first: number, end: number): LabelledImages => ({
    images: images.subarray(first * length, end * length),
    labels: labels.subarray(first, end),
  });
  return { training: part(0, numTrainingImages), validation: part(numTrainingImages, numImages) };
}
