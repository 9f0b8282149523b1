/**
 * `generator.onnx`: the generator in eval mode as a graph of standard operators, one file for any ONNX runtime. The dense
 * layers hold the very halves of weights.safetensors; the convolutions are in sub-pixel form with batch normalization
 * folded in, as predictor.ts runs them, and such sums of halves need floats.
 */
import type { unitOf } from '../../../../src/contract/datasets.ts';
import {
  generatorShapes,
  numChannels,
  viewSizeOf,
  type GeneratorConfig,
  type GeneratorParameters,
} from '../../../../src/networks/generator/generator.ts';
import { foldBatchNorm } from '../../../../src/networks/generator/eval-forward.ts';
import { lowResolutionPad } from '../../../../src/networks/blocks/sub-pixel.ts';
import { floatsToHalves } from '../../../../src/numerics/half.ts';
import {
  floatTensor,
  halfTensor,
  int64Tensor,
  intAttribute,
  intsAttribute,
  node,
  stringAttribute,
} from '../../../export/onnx-graph.ts';
import { encodeOnnxFile, type Graph } from '../../../export/onnx-file.ts';
import { dataTypes, type OnnxNode, type OnnxTensor } from '../../../export/onnx-schema.ts';

export { onnxOpset } from '../../../export/onnx-schema.ts';

/** Inputs and outputs as the manifest states them; -1 is the batch. */
export const onnxSignature = ({
  contentDim,
  classDim,
  imageChannels,
  imageHeight,
  imageWidth,
}: GeneratorConfig) => ({
  inputs: [
    { name: 'content_code', shape: [-1, contentDim] },
    { name: 'class_code', shape: [-1, classDim] },
  ],
  outputs: [{ name: 'image', shape: [-1, imageChannels, imageHeight, imageWidth] }],
});

export interface OnnxExport {
  readonly id: string;
  readonly title: string;
  /** Of images. */
  readonly unit: ReturnType<typeof unitOf>;
  readonly config: GeneratorConfig;
  /** Exact in half precision in the dense layers. */
  readonly parameters: GeneratorParameters;
}

/** From `class_code` and `content_code` to `image`, or to values of other names. */
export function generatorGraph(
  { config, parameters }: Pick<OnnxExport, 'config' | 'parameters'>,
  { classCode = 'class_code', contentCode = 'content_code', image = 'image' } = {},
): Graph {
  const dense = denseLayers(config, parameters);
  const convolutions = convolutionLayers(config, parameters, image);
  return {
    nodes: [
      node('Concat', [classCode, contentCode], 'codes', [intAttribute('axis', 1)]),
      ...dense.nodes,
      ...convolutions.nodes,
    ],
    initializers: [...dense.initializers, ...convolutions.initializers],
  };
}

/** The same numbers give the same bytes. */
export function exportOnnx({ id, title, unit, config, parameters }: OnnxExport): Uint8Array<ArrayBuffer> {
  const { inputs, outputs } = onnxSignature(config);
  return encodeOnnxFile({
    id,
    docString: `${title}. Inputs: a content code and a class code; output: ${unit} in [0, 1].`,
    name: 'generator',
    graphs: [generatorGraph({ config, parameters })],
    inputs,
    outputs,
  });
}

/** codes [n, d] → dense3 [n, 400], in (channel, y, x) order. */
function denseLayers(config: GeneratorConfig, parameters: GeneratorParameters): Graph {
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];
  const shapes = generatorShapes(config);
  let previous = 'codes';
  for (const layer of ['dense1', 'dense2', 'dense3'] as const) {
    for (const name of [`${layer}.weight`, `${layer}.bias`] as const) {
      const values = layer === 'dense3' ? channelsFirst(config, parameters[name]) : parameters[name];
      initializers.push(halfTensor(`${name}.half`, shapes[name], floatsToHalves(values)));
      nodes.push(node('Cast', [`${name}.half`], name, [intAttribute('to', dataTypes.FLOAT)]));
    }
    nodes.push(
      node('Gemm', [previous, `${layer}.weight`, `${layer}.bias`], `${layer}.sum`),
      node('Relu', [`${layer}.sum`], layer),
    );
    previous = layer;
  }
  return { nodes, initializers };
}

/** dense3 [n, 400] → image [n, 1, 28, 28]. */
function convolutionLayers(config: GeneratorConfig, parameters: GeneratorParameters, image: string): Graph {
  const { imageChannels } = config;
  const { height, width } = viewSizeOf(config);
  const { filter1, bias1, filter2, bias2 } = foldBatchNorm(config, parameters);
  const pads = (amount: number) => [intsAttribute('pads', [amount, amount, amount, amount])];
  // Phases are the slowest part of our channels, which ONNX calls depth-column-row order.
  const shuffle = [intAttribute('blocksize', 2), stringAttribute('mode', 'DCR')];
  return {
    nodes: [
      node('Reshape', ['dense3', 'view.shape'], 'view'),
      node('Conv', ['view', 'conv1.weight', 'conv1.bias'], 'conv1', pads(lowResolutionPad.full)),
      node('Relu', ['conv1'], 'conv1.relu'), // [n, 64, 7, 7]
      node('DepthToSpace', ['conv1.relu'], 'conv1.pixels', shuffle), // [n, 16, 14, 14]
      node('Conv', ['conv1.pixels', 'conv2.weight', 'conv2.bias'], 'conv2', pads(lowResolutionPad.same)),
      node('DepthToSpace', ['conv2'], 'logits', shuffle),
      node('Sigmoid', ['logits'], image),
    ],
    initializers: [
      int64Tensor('view.shape', [0, numChannels, height, width]), // 0 keeps n
      floatTensor('conv1.weight', [4 * numChannels, numChannels, 3, 3], outputsFirst(filter1, numChannels)),
      floatTensor('conv1.bias', [4 * numChannels], bias1),
      floatTensor('conv2.weight', [4 * imageChannels, numChannels, 3, 3], outputsFirst(filter2, numChannels)),
      floatTensor('conv2.bias', [4 * imageChannels], bias2),
    ],
  };
}

/** Columns of [rows, 400] from (y, x, channel) to (channel, y, x) order. */
function channelsFirst(config: GeneratorConfig, values: Float32Array): Float32Array {
  const { height, width } = viewSizeOf(config);
  const numPositions = height * width;
  return values.map((_, i) => {
    const column = i % (numPositions * numChannels);
    const [channel, position] = [Math.floor(column / numPositions), column % numPositions];
    return values[i - column + position * numChannels + channel];
  });
}

/** [3, 3, in, out] → [out, in, 3, 3]. */
function outputsFirst(filter: Float32Array, numIn: number): Float32Array {
  const numOut = filter.length / (9 * numIn);
  return filter.map((_, i) => {
    const tap = i % 9;
    const input = Math.floor(i / 9) % numIn;
    const output = Math.floor(i / (9 * numIn));
    return filter[(tap * numIn + input) * numOut + output];
  });
}
