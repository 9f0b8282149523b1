/**
 * `encoder-decoder.onnx`: the encoder and the decoder as a graph of standard operators, with the very halves of weights.safetensors. The two
 * do not touch: an image gives its encoding and a code its picture, and each side has a batch of its own.
 */
import { unitOf } from '../../../../src/contract/datasets.ts';
import {
  encoderDecoderFile,
  type EncoderDecoderManifest,
} from '../../../../src/contract/families/encoder-decoder.ts';
import {
  architectureOf,
  encodingLength,
  type EncoderDecoderConfig,
} from '../../../../src/networks/encoder-decoder/architecture.ts';
import type { NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { encodeOnnxFile } from '../../../export/onnx-file.ts';
import { imageDims, layersGraph } from '../../../export/onnx-layers.ts';
import { onnxOpset } from '../../../export/onnx-schema.ts';

export interface EncoderDecoderOnnx {
  readonly id: string;
  readonly title: string;
  /** Of images and pictures. */
  readonly unit: ReturnType<typeof unitOf>;
  readonly config: EncoderDecoderConfig;
  /** Exact in half precision. */
  readonly parameters: NamedParameters;
}

/** Of a checkpoint. */
export const onnxOf = (
  { id, title, dataset, model }: EncoderDecoderManifest,
  parameters: NamedParameters,
): EncoderDecoderOnnx => ({ id, title, unit: unitOf(dataset.name), config: model, parameters });

/** Inputs and outputs as the manifest states them. */
const signatureOf = (config: EncoderDecoderConfig) => ({
  inputs: [
    { name: 'image', shape: imageDims(config) },
    { name: 'code', shape: [-1, config.codeDim] },
  ],
  outputs: [
    { name: 'encoding', shape: [-1, encodingLength(config)] },
    { name: 'picture', shape: imageDims(config) },
  ],
});

/** The batch of the images, and that of the codes. */
const batches = { image: 'images', encoding: 'images', code: 'codes', picture: 'codes' } as const;

/** What the manifest says of the graph. */
export const onnxEntry = (graph: EncoderDecoderOnnx): EncoderDecoderManifest['onnx'] => ({
  file: entryOf(encoderDecoderFile, exportEncoderDecoderOnnx(graph)),
  ...signatureOf(graph.config),
  opset: onnxOpset,
});

/** The same numbers give the same bytes. */
export function exportEncoderDecoderOnnx({
  id,
  title,
  unit,
  config,
  parameters,
}: EncoderDecoderOnnx): Uint8Array<ArrayBuffer> {
  const { encoder, decoder } = architectureOf(config);
  const { inputs, outputs } = signatureOf(config);
  const { imageHeight, imageWidth, imageChannels } = config;
  const encoding = layersGraph(encoder, parameters, 'image', 'encoding');
  const picture = layersGraph(decoder, parameters, 'code', 'picture', {
    height: imageHeight,
    width: imageWidth,
    channels: imageChannels,
  });
  return encodeOnnxFile({
    id,
    docString: `${title}. Inputs: ${unit} in [0, 1], and a code; outputs: what the encoder says of the image, and the picture of the code.`,
    name: 'encoder-decoder',
    graphs: [encoding, picture],
    inputs,
    outputs,
    batches,
  });
}
