/**
 * `gan.onnx`: the generator and the discriminator as a graph of standard operators, with the very halves of weights.safetensors. The two do
 * not touch: a code gives its picture, and an image its score and the gradient of that by the image; each side has a batch of its own.
 */
import type { unitOf } from '../../../../src/contract/datasets.ts';
import { ganFile, type GanManifest } from '../../../../src/contract/families/gan.ts';
import type { GanConfig } from '../../../../src/networks/gan/architecture.ts';
import { storedLayers } from '../../../../src/networks/gan/predictor.ts';
import type { NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { encodeOnnxFile } from '../../../export/onnx-file.ts';
import { imageDims, layersGraph, scoreGradientGraph } from '../../../export/onnx-layers.ts';
import { onnxOpset } from '../../../export/onnx-schema.ts';

export interface GanOnnx {
  readonly id: string;
  readonly title: string;
  /** Of images and pictures. */
  readonly unit: ReturnType<typeof unitOf>;
  readonly config: GanConfig;
  /** Exact in half precision. */
  readonly parameters: NamedParameters;
}

/** Inputs and outputs as the manifest states them. */
const signatureOf = (config: GanConfig) => ({
  inputs: [
    { name: 'code', shape: [-1, config.codeDim] },
    { name: 'image', shape: imageDims(config) },
  ],
  outputs: [
    { name: 'picture', shape: imageDims(config) },
    { name: 'score', shape: [-1, 1] },
    { name: 'gradient', shape: imageDims(config) },
  ],
});

/** The batch of the codes, and that of the images. */
const batches = {
  code: 'codes',
  picture: 'codes',
  image: 'images',
  score: 'images',
  gradient: 'images',
} as const;

/** What the manifest says of the graph. */
export const onnxEntry = (graph: GanOnnx): GanManifest['onnx'] => ({
  file: entryOf(ganFile, exportGanOnnx(graph)),
  ...signatureOf(graph.config),
  opset: onnxOpset,
});

/** The same numbers give the same bytes. */
export function exportGanOnnx({ id, title, unit, config, parameters }: GanOnnx): Uint8Array<ArrayBuffer> {
  const { generator, discriminator } = storedLayers(config);
  const { inputs, outputs } = signatureOf(config);
  const { imageHeight, imageWidth, imageChannels } = config;
  const graphs = [
    layersGraph(generator, parameters, 'code', 'picture', {
      height: imageHeight,
      width: imageWidth,
      channels: imageChannels,
    }),
    layersGraph(discriminator, parameters, 'image', 'score'),
    scoreGradientGraph(discriminator, parameters, 'gradient'),
  ];
  return encodeOnnxFile({
    id,
    docString: `${title}. Inputs: a code, and ${unit} in [0, 1]; outputs: the picture of the code, the score of the image, and the gradient of the score by the image.`,
    name: 'gan',
    graphs: graphs,
    inputs,
    outputs,
    batches,
  });
}
