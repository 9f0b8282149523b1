/** A trained encoder and decoder as two functions: images to what the encoder says of them, codes to images. */
import { createWorkspace } from '../../numerics/simd/workspace.ts';
import { createChain } from '../layers/chain.ts';
import type { LayerSpec } from '../layers/layer.ts';
import { allocateParameters, type NamedParameters } from '../layers/parameters.ts';
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

/** Images in one pass: bounds the memory. */
const passSize = 100;

/** Nothing is to be freed: its memory goes with it. */
export function buildEncoderDecoder(
  config: EncoderDecoderConfig,
  parameters: NamedParameters,
): EncoderDecoder {
  const { encoder, decoder } = architectureOf(config);
  return { config, encode: buildPass(encoder, parameters), decode: buildPass(decoder, parameters) };
}

/** Layers as a function of rows; it takes its parameters from those given. @throws RangeError when a row is not whole. */
export function buildPass(
  specs: readonly LayerSpec[],
  parameters: NamedParameters,
): (rows: Float32Array) => Float32Array<ArrayBuffer> {
  const workspace = createWorkspace();
  const block = allocateParameters(workspace, specs);
  block.write(parameters);
  const { activations, lengths, forward } = createChain({
    workspace,
    specs,
    parametersOf: block.of,
    capacity: passSize,
  });
  const [first, last] = [activations[0], activations[specs.length]];
  const [inputLength, outputLength] = [lengths[0], lengths[specs.length]];
  return (rows) => {
    const count = rows.length / inputLength;
    if (!Number.isInteger(count)) {
      throw new RangeError(`Expected rows of ${inputLength} numbers each, got an array of ${rows.length}.`);
    }
    const made = new Float32Array(count * outputLength);
    for (let start = 0; start < count; start += passSize) {
      const end = Math.min(start + passSize, count);
      workspace.view(first).set(rows.subarray(start * inputLength, end * inputLength));
      forward(end - start);
      made.set(workspace.view(last).subarray(0, (end - start) * outputLength), start * outputLength);
    }
    return made;
  };
}
