/** Which of the images that a run learns a page shows. */
import type { LabelledImages } from '../../../training/data/sources.ts';
import { numShown, transferClasses } from '../trainer-protocol.ts';

export interface Shown {
  /** One of each class: a picture of the reader's, which come last, or else the first image. With fewer classes, more of each. */
  readonly images: readonly number[];
  /** In which the contents of these are shown. */
  readonly transferClasses: readonly number[];
}

export function whatToShow({ labels }: LabelledImages, numOwn: number): Shown {
  const classes = [...new Set(labels)].sort((a, b) => a - b);
  const ofClass = classes.map((digit) => {
    const all = Array.from(labels.keys()).filter((image) => labels[image] === digit);
    return all.findLast((image) => image >= labels.length - numOwn) === undefined ? all : all.toReversed();
  });
  return {
    images: Array.from({ length: numShown }, (_, i) => {
      const images = ofClass[i % classes.length];
      return images[Math.floor(i / classes.length) % images.length];
    }),
    transferClasses: classes.slice(0, transferClasses.length),
  };
}

/** Their ink in [0, 1], one after another. */
export const inkOf = ({ images }: LabelledImages, shown: readonly number[]): Float32Array<ArrayBuffer> =>
  Float32Array.from(
    shown.flatMap((image) =>
      Array.from(images.subarray(image * 784, (image + 1) * 784), (byte) => byte / 255),
    ),
  );
