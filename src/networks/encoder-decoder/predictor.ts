/** A trained encoder and decoder as two functions: images to what the encoder says of them, codes to images. */
import type { NamedParameters } from '../layers/parameters.ts';
import { buildPass } from '../layers/pass.ts';
import { architectureOf, type EncoderDecoderConfig } from './architecture.ts';

export interface EncoderDecoder {
  readonly config: EncoderDecoderConfig;
  /**
   * `images`: intensity in [0, 1], [n × numbers of an image], row-major → codes [n × codeDim], or with Gaussian codes [n × 2 codeDim]: the
   * means of an image, then its log variances. @throws RangeError when it is not a whole number of images.
   */
  encode(images: Float32Array): Float32Array<ArrayBuffer>;
  /**
   * `codes` [n × codeDim] → intensity, [n × numbers of an image], row-major; a decoder with linear output may leave [0, 1].
   * @throws RangeError when it is not a whole number of codes.
   */
  decode(codes: Float32Array): Float32Array<ArrayBuffer>;
}

/** Nothing is to be freed: its memory goes with it. */
export function buildEncoderDecoder(
  config: EncoderDecoderConfig,
  parameters: NamedParameters,
): EncoderDecoder {
  const { encoder, decoder } = architectureOf(config);
  return { config, encode: buildPass(encoder, parameters), decode: buildPass(decoder, parameters) };
}
