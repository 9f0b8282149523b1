/**
 * `amortized.onnx`: the encoders and the generator as a graph of standard operators, with the very halves of the checkpoint. They do not touch:
 * an image gives its codes, and codes give their picture; each side has a batch of its own.
 */
import { amortizedFile, type AmortizedManifest } from '../../../../src/contract/families/amortized.ts';
import { codeEncodersOf, type CodeEncodersConfig } from '../../../../src/networks/amortized/architecture.ts';
import type { GeneratorParameters } from '../../../../src/networks/generator/generator.ts';
import type { NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { entryOf } from '../../../export/file-entry.ts';
import { encodeOnnxFile } from '../../../export/onnx-file.ts';
import { imageDims, layersGraph } from '../../../export/onnx-layers.ts';
import { onnxOpset } from '../../../export/onnx-schema.ts';
import { generatorGraph } from '../../glo/files/onnx.ts';

export interface AmortizedOnnx {
  readonly id: string;
  readonly title: string;
  readonly config: CodeEncodersConfig;
  /** Exact in half precision, but for the generator's convolutions. */
  readonly generator: GeneratorParameters;
  readonly encoders: NamedParameters;
}

/** Inputs and outputs as the manifest states them. */
const signatureOf = (config: CodeEncodersConfig) => ({
  inputs: [
    { name: 'image', shape: imageDims(config) },
    { name: 'class', shape: [-1, config.classDim] },
    { name: 'content', shape: [-1, config.contentDim] },
  ],
  outputs: [
    { name: 'class_code', shape: [-1, config.classDim] },
    { name: 'content_code', shape: [-1, config.contentDim] },
    { name: 'picture', shape: imageDims(config) },
  ],
});

/** The batch of the images, and that of the codes. */
const batches = {
  image: 'images',
  class_code: 'images',
  content_code: 'images',
  class: 'codes',
  content: 'codes',
  picture: 'codes',
} as const;

/** What the manifest says of the graph. */
export const onnxEntry = (graph: AmortizedOnnx): AmortizedManifest['onnx'] => ({
  file: entryOf(amortizedFile, exportAmortizedOnnx(graph)),
  ...signatureOf(graph.config),
  opset: onnxOpset,
});

/** The same numbers give the same bytes. */
export function exportAmortizedOnnx(graph: AmortizedOnnx): Uint8Array<ArrayBuffer> {
  const { id, title, config, generator, encoders } = graph;
  const { classEncoder, contentEncoder } = codeEncodersOf(config);
  const { inputs, outputs } = signatureOf(config);
  const graphs = [
    layersGraph(classEncoder, encoders, 'image', 'class_code'),
    layersGraph(contentEncoder, encoders, 'image', 'content_code'),
    generatorGraph(
      { config, parameters: generator },
      { classCode: 'class', contentCode: 'content', image: 'picture' },
    ),
  ];
  return encodeOnnxFile({
    id,
    docString: `${title}. Inputs: ink in [0, 1], and a class code with a content code; outputs: both codes of the image, and the picture of the codes.`,
    name: 'amortized',
    graphs: graphs,
    inputs,
    outputs,
    batches,
  });
}
