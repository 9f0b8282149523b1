/** Images of any shape that are no picture of a data set, for golden cases: drawn digits, stretched; each channel has another digit. */
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';
import { makeStrokes } from './strokes.ts';
import { imageSize } from './strokes/render.ts';

/** Intensity in 0..255, [numImages × numbers of an image]; of 28×28×1 the digits themselves. */
export function goldenImages(shape: ImageShape, numImages: number): Uint8Array {
  const { imageHeight, imageWidth, imageChannels } = shape;
  const digits = makeStrokes({ seed: 'golden', numImages }).images;
  const place = (at: number, side: number) => Math.floor((at * imageSize) / side);
  return Uint8Array.from({ length: numImages * imageLength(shape) }, (_, i) => {
    const channel = i % imageChannels;
    const x = Math.floor(i / imageChannels) % imageWidth;
    const y = Math.floor(i / imageChannels / imageWidth) % imageHeight;
    const digit = (Math.floor(i / imageLength(shape)) + channel) % numImages;
    return digits[(digit * imageSize + place(y, imageHeight)) * imageSize + place(x, imageWidth)];
  });
}
