/** The shape of the images that a network draws or reads, as every config, manifest and data source says it. */
import type { imageShape } from '../../contract/parts.ts';

export type ImageShape = Readonly<Record<keyof typeof imageShape, number>>;

/** The shape alone, of anything that has it. */
export const imageShapeOf = ({ imageHeight, imageWidth, imageChannels }: ImageShape): ImageShape => ({
  imageHeight,
  imageWidth,
  imageChannels,
});

/** Numbers of one image. */
export const imageLength = ({ imageHeight, imageWidth, imageChannels }: ImageShape): number =>
  imageHeight * imageWidth * imageChannels;

/** @throws RangeError unless both sides are whole multiples of `factor`, `least` pixels or more. */
export function requireSides({ imageHeight, imageWidth }: ImageShape, factor: number, least: number): void {
  if ([imageHeight, imageWidth].every((side) => side % factor === 0 && side >= least)) return;
  throw new RangeError(
    `This network takes images whose sides are multiples of ${factor}, from ${least} pixels on; ` +
      `these are ${imageHeight} × ${imageWidth}.`,
  );
}
