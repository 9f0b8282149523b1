/**
 * `classifier.onnx`: the classifier as a graph of standard operators. A 3×3 convolution over pixels gathered two by two is a 6×6
 * convolution of stride 2 over the pixels themselves, and so it is written: the very halves of classifier.safetensors, in
 * another order.
 */
import {
  classifierShapes,
  numPositionsOf,
  type ClassifierConfig,
  type ClassifierParameters,
} from '../../../../src/networks/classifier/parameters.ts';
import { floatsToHalves } from '../../../../src/numerics/half.ts';
import { encodeOnnxFile } from '../../../export/onnx-file.ts';
import { halfTensor, intAttribute, intsAttribute, node } from '../../../export/onnx-graph.ts';
import { dataTypes, type OnnxNode, type OnnxTensor } from '../../../export/onnx-schema.ts';

/** Inputs and outputs as the manifest states them; -1 is the batch. */
export const classifierSignature = ({
  numFeatures,
  numClasses,
  imageChannels,
  imageHeight,
  imageWidth,
}: ClassifierConfig) => ({
  inputs: [{ name: 'image', shape: [-1, imageChannels, imageHeight, imageWidth] }],
  outputs: [
    { name: 'logits', shape: [-1, numClasses] },
    { name: 'features', shape: [-1, numFeatures] },
  ],
});

export interface ClassifierOnnx {
  readonly id: string;
  readonly title: string;
  readonly config: ClassifierConfig;
  /** Exact in half precision. */
  readonly parameters: ClassifierParameters;
}

/** The same numbers give the same bytes. */
export function exportClassifierOnnx({
  id,
  title,
  config,
  parameters,
}: ClassifierOnnx): Uint8Array<ArrayBuffer> {
  const { channels1, channels2, numFeatures, imageChannels } = config;
  const shapes = classifierShapes(config);
  const { inputs, outputs } = classifierSignature(config);
  const stored: (readonly [name: string, shape: readonly number[], values: Float32Array])[] = [
    [
      'conv1.weight',
      [channels1, imageChannels, 6, 6],
      stride2Kernel(parameters['conv1.weight'], imageChannels),
    ],
    ['conv1.bias', shapes['conv1.bias'], parameters['conv1.bias']],
    ['conv2.weight', [channels2, channels1, 6, 6], stride2Kernel(parameters['conv2.weight'], channels1)],
    ['conv2.bias', shapes['conv2.bias'], parameters['conv2.bias']],
    ['dense1.weight', shapes['dense1.weight'], channelsFirstRows(parameters['dense1.weight'], config)],
    ['dense1.bias', [numFeatures], parameters['dense1.bias']],
    ['dense2.weight', shapes['dense2.weight'], parameters['dense2.weight']],
    ['dense2.bias', shapes['dense2.bias'], parameters['dense2.bias']],
  ];
  const initializer: OnnxTensor[] = stored.map(([name, shape, values]) =>
    halfTensor(`${name}.half`, shape, floatsToHalves(values)),
  );
  const widened: OnnxNode[] = stored.map(([name]) =>
    node('Cast', [`${name}.half`], name, [intAttribute('to', dataTypes.FLOAT)]),
  );
  const halving = [
    intsAttribute('kernel_shape', [6, 6]),
    intsAttribute('strides', [2, 2]),
    intsAttribute('pads', [2, 2, 2, 2]),
  ];
  const nodes = [
    ...widened,
    node('Conv', ['image', 'conv1.weight', 'conv1.bias'], 'conv1', halving),
    node('Relu', ['conv1'], 'map1'), // [n, channels1, 14, 14]
    node('Conv', ['map1', 'conv2.weight', 'conv2.bias'], 'conv2', halving),
    node('Relu', ['conv2'], 'map2'), // [n, channels2, 7, 7]
    node('Flatten', ['map2'], 'flat', [intAttribute('axis', 1)]),
    node('Gemm', ['flat', 'dense1.weight', 'dense1.bias'], 'dense1'),
    node('Relu', ['dense1'], 'features'),
    node('Gemm', ['features', 'dense2.weight', 'dense2.bias'], 'logits'),
  ];
  return encodeOnnxFile({
    id,
    docString: `${title}. Input: ink in [0, 1]; outputs: logits of the ten digits, and the features before them.`,
    name: 'classifier',
    graphs: [{ nodes, initializers: initializer }],
    inputs,
    outputs,
  });
}

/** [3, 3, (phaseY, phaseX, in), out] → [out, in, 6, 6]: row 2 · ky + phaseY of the wide kernel. */
function stride2Kernel(kernel: Float32Array, numIn: number): Float32Array {
  const numOut = kernel.length / (36 * numIn);
  return kernel.map((_, i) => {
    const [x, y] = [i % 6, Math.floor(i / 6) % 6];
    const input = Math.floor(i / 36) % numIn;
    const output = Math.floor(i / (36 * numIn));
    const tap = (y >> 1) * 3 + (x >> 1);
    const phase = (y & 1) * 2 + (x & 1);
    return kernel[((tap * 4 + phase) * numIn + input) * numOut + output];
  });
}

/** Rows of [7 · 7 · channels2, numFeatures] from (y, x, channel) to (channel, y, x) order. */
function channelsFirstRows(values: Float32Array, config: ClassifierConfig): Float32Array {
  const { channels2, numFeatures } = config;
  const numPositions = numPositionsOf(config);
  return values.map((_, i) => {
    const [row, column] = [Math.floor(i / numFeatures), i % numFeatures];
    const [channel, position] = [Math.floor(row / numPositions), row % numPositions];
    return values[(position * channels2 + channel) * numFeatures + column];
  });
}
