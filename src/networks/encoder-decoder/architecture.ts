/**
 * An encoder from an image to a code and a decoder back, as lists of layers. Dense ones narrow the image through hidden layers and widen it
 * again through the same in reverse; convolutional ones halve and double its sides. The encoder of a variational autoencoder gives the mean
 * and the log variance of each code number. No arithmetic here.
 */
import { imageLength, requireSides, type ImageShape } from '../blocks/image-shape.ts';
import { mapLength, type Activation, type LayerSpec, type MapSize } from '../layers/layer.ts';

export interface EncoderDecoderConfig extends ImageShape {
  /** `dense`: widths of the encoder's hidden layers; `convolutional`: channels of its maps. */
  readonly network: 'dense' | 'convolutional';
  readonly hidden: readonly number[];
  readonly encoderActivation: Activation;
  readonly decoderActivation: Activation;
  readonly codeDim: number;
  readonly codeActivation: Activation;
  /** Whether the encoder gives means [codeDim] and log variances [codeDim] instead of a code. */
  readonly gaussianCode: boolean;
  readonly outputActivation: Activation;
}

export interface Architecture {
  readonly encoder: readonly LayerSpec[];
  readonly decoder: readonly LayerSpec[];
}

/** @throws RangeError when images have sides that the network cannot take. */
export function architectureOf(config: EncoderDecoderConfig): Architecture {
  return config.network === 'dense' ? denseArchitecture(config) : convolutionalArchitecture(config);
}

/** Numbers that the encoder gives for an image. */
export const encodingLength = ({ codeDim, gaussianCode }: EncoderDecoderConfig): number =>
  gaussianCode ? 2 * codeDim : codeDim;

const dense = (name: string, inputs: number, outputs: number, activation: Activation): LayerSpec => ({
  kind: 'dense',
  name,
  inputs,
  outputs,
  activation,
});

function denseArchitecture(config: EncoderDecoderConfig): Architecture {
  const { hidden, codeDim, encoderActivation, decoderActivation, codeActivation, outputActivation } = config;
  // Vectors of four: the loss sums a picture at a time.
  requireSides(config, 2, 2);
  const length = imageLength(config);
  const down = [length, ...hidden];
  const up = [codeDim, ...[...hidden].reverse()];
  return {
    encoder: [
      ...hidden.map((width, i) => dense(`encoder.dense${i + 1}`, down[i], width, encoderActivation)),
      dense('encoder.code', down[hidden.length], encodingLength(config), codeActivation),
    ],
    decoder: [
      ...hidden.map((_, i) => dense(`decoder.dense${i + 1}`, up[i], up[i + 1], decoderActivation)),
      dense('decoder.output', up[hidden.length], length, outputActivation),
    ],
  };
}

function convolutionalArchitecture(config: EncoderDecoderConfig): Architecture {
  const { hidden, codeDim, encoderActivation, decoderActivation, codeActivation, outputActivation } = config;
  const { imageHeight, imageWidth, imageChannels } = config;
  requireSides(config, 2 ** hidden.length, 2 ** hidden.length);
  const maps = [imageChannels, ...hidden].map((channels, level): MapSize => ({
    height: imageHeight / 2 ** level,
    width: imageWidth / 2 ** level,
    channels,
  }));
  const numLevels = hidden.length;
  const innermost = mapLength(maps[numLevels]);
  return {
    encoder: [
      ...hidden.map((_, i): LayerSpec => ({
        kind: 'convolution',
        name: `encoder.conv${i + 1}`,
        input: maps[i],
        output: maps[i + 1],
        activation: encoderActivation,
      })),
      dense('encoder.code', innermost, encodingLength(config), codeActivation),
    ],
    decoder: [
      dense('decoder.dense1', codeDim, innermost, decoderActivation),
      ...hidden.map((_, i): LayerSpec => {
        const isLast = i === numLevels - 1;
        return {
          kind: 'transposed-convolution',
          name: isLast ? 'decoder.output' : `decoder.convT${i + 1}`,
          input: maps[numLevels - i],
          output: maps[numLevels - i - 1],
          activation: isLast ? outputActivation : decoderActivation,
        };
      }),
    ],
  };
}
