/**
 * The weights of an encoder and a decoder as their files hold them: large matrices in eight bits where no picture shows it, and all else in
 * halves.
 */
import type { EncoderDecoderManifest } from '../../../../src/contract/families/encoder-decoder.ts';
import {
  architectureOf,
  type Architecture,
  type EncoderDecoderConfig,
} from '../../../../src/networks/encoder-decoder/architecture.ts';
import { codesOf } from '../../../../src/networks/encoder-decoder/codes.ts';
import { buildEncoderDecoder } from '../../../../src/networks/encoder-decoder/predictor.ts';
import { shapesOf, type NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { readTensors, requireTensors, writeTensors } from '../../../../src/networks/tensors-file.ts';

type Part = keyof Architecture;

export interface StoredWeights {
  readonly files: Readonly<Record<Part, Uint8Array<ArrayBuffer>>>;
  /** As they read back. */
  readonly parameters: NamedParameters;
  readonly eightBits: EncoderDecoderManifest['eightBits'];
}

/** Fewer numbers are not worth eight bits, and the matrices next to the code bear them badly: without divergence codes are large. */
const largeMatrix = 120_000;

/** Of a pixel, in steps of 1/255, at most and on average: what eight bits of one part may change. */
const allowed = { largest: 2, mean: 0.2 };

/** `images`: intensity, of images that training has not seen; eight bits are judged by their reconstructions, the two parts one by one. */
export function storeWeights(
  config: EncoderDecoderConfig,
  parameters: NamedParameters,
  images: Float32Array,
): StoredWeights {
  const architecture = architectureOf(config);
  const pack = (part: Part, dtypeOf: (name: string) => 'F16' | 'I8') => {
    const shapes = shapesOf(architecture[part]);
    const file = writeTensors(parameters, shapes, dtypeOf);
    return { file, parameters: requireTensors(readTensors(file, part), shapes, part) };
  };
  const isLarge = (name: string) => parameters[name].length >= largeMatrix;
  const halves = { encoder: pack('encoder', () => 'F16'), decoder: pack('decoder', () => 'F16') };
  const exact = { ...halves.encoder.parameters, ...halves.decoder.parameters };
  const pictures = Object.keys(parameters).some(isLarge) ? reconstruct(config, exact, images) : undefined;
  const choose = (part: Part) => {
    if (!pictures) return { ...halves[part], eightBits: null };
    const levels = pack(part, (name) => (isLarge(name) ? 'I8' : 'F16'));
    const change = changeBetween(pictures, reconstruct(config, { ...exact, ...levels.parameters }, images));
    const stored = change.largest <= allowed.largest && change.mean <= allowed.mean;
    return { ...(stored ? levels : halves[part]), eightBits: { stored, ...change } };
  };
  const [encoder, decoder] = [choose('encoder'), choose('decoder')];
  return {
    files: { encoder: encoder.file, decoder: decoder.file },
    parameters: { ...encoder.parameters, ...decoder.parameters },
    eightBits: encoder.eightBits &&
      decoder.eightBits && { encoder: encoder.eightBits, decoder: decoder.eightBits },
  };
}

/** Of a pixel, in steps of 1/255. */
function changeBetween(a: Float32Array, b: Float32Array): { largest: number; mean: number } {
  let [largest, total] = [0, 0];
  a.forEach((value, i) => {
    const change = 255 * Math.abs(value - b[i]);
    largest = Math.max(largest, change);
    total += change;
  });
  return { largest: Number(largest.toFixed(3)), mean: Number((total / a.length).toFixed(4)) };
}

function reconstruct(config: EncoderDecoderConfig, parameters: NamedParameters, images: Float32Array) {
  const model = buildEncoderDecoder(config, parameters);
  return model.decode(codesOf(config, model.encode(images)));
}
