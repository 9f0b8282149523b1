/**
 * The two encoders that LORD (Gabbay and Hoshen, 2020) trains in its second stage, as lists of layers: one from an image to a class code, one
 * from an image to a content code. Neither sees the other. No arithmetic here.
 */
import { requireSides, type ImageShape } from '../blocks/image-shape.ts';
import type { CodeDims } from '../generator/generator.ts';
import { mapLength, type LayerSpec, type MapSize } from '../layers/layer.ts';

export interface CodeEncodersConfig extends CodeDims, ImageShape {
  /** Of the maps, each half as high and wide as the one before; both encoders have the same. */
  readonly channels: readonly number[];
}

export interface CodeEncodersArchitecture {
  readonly classEncoder: readonly LayerSpec[];
  readonly contentEncoder: readonly LayerSpec[];
}

/** @throws RangeError when images have sides that cannot be halved once for each of `channels`. */
export function codeEncodersOf(config: CodeEncodersConfig): CodeEncodersArchitecture {
  return {
    classEncoder: encoderOf('class', config.classDim, config),
    contentEncoder: encoderOf('content', config.contentDim, config),
  };
}

export const codeEncoderLayers = (config: CodeEncodersConfig): readonly LayerSpec[] => {
  const { classEncoder, contentEncoder } = codeEncodersOf(config);
  return [...classEncoder, ...contentEncoder];
};

function encoderOf(
  name: 'class' | 'content',
  codeDim: number,
  { channels, ...shape }: CodeEncodersConfig,
): readonly LayerSpec[] {
  const factor = 2 ** channels.length;
  requireSides(shape, factor, factor);
  const maps = [shape.imageChannels, ...channels].map((numChannels, level): MapSize => ({
    height: shape.imageHeight / 2 ** level,
    width: shape.imageWidth / 2 ** level,
    channels: numChannels,
  }));
  return [
    ...channels.map((_, i): LayerSpec => ({
      kind: 'convolution',
      name: `${name}.conv${i + 1}`,
      input: maps[i],
      output: maps[i + 1],
      activation: 'leaky-relu',
    })),
    {
      kind: 'dense',
      name: `${name}.code`,
      inputs: mapLength(maps[channels.length]),
      outputs: codeDim,
      activation: 'linear',
    },
  ];
}
