/** Layers of src/networks/layers as nodes of an ONNX graph, with their parameters as halves; and the gradient of a score by its image. */
import type { ImageShape } from '../../src/networks/blocks/image-shape.ts';
import {
  kernelSide,
  leakySlope,
  parameterShapes,
  type Activation,
  type ConvolutionSpec,
  type LayerSpec,
} from '../../src/networks/layers/layer.ts';
import type { NamedParameters } from '../../src/networks/layers/parameters.ts';
import { floatsToHalves } from '../../src/numerics/half.ts';
import type { Graph } from './onnx-file.ts';
import {
  floatAttribute,
  floatTensor,
  halfTensor,
  int64Tensor,
  intAttribute,
  intsAttribute,
  node,
} from './onnx-graph.ts';
import { dataTypes, type OnnxAttribute, type OnnxNode, type OnnxTensor } from './onnx-schema.ts';

/** Of inputs and outputs that are images. */
export const imageDims = ({ imageChannels, imageHeight, imageWidth }: ImageShape) => [
  -1,
  imageChannels,
  imageHeight,
  imageWidth,
];

/** While it is built. */
interface GrowingGraph extends Graph {
  readonly nodes: OnnxNode[];
  readonly initializers: OnnxTensor[];
}

const operators: Readonly<Record<Exclude<Activation, 'linear'>, readonly [string, OnnxAttribute[]]>> = {
  relu: ['Relu', []],
  'leaky-relu': ['LeakyRelu', [floatAttribute('alpha', leakySlope)]],
  sigmoid: ['Sigmoid', []],
};
const windowAttributes = [
  intsAttribute('kernel_shape', [kernelSide, kernelSide]),
  intsAttribute('strides', [2, 2]),
  intsAttribute('pads', [1, 1, 1, 1]),
];
const channelsLast = [intsAttribute('perm', [0, 2, 3, 1])];
const channelsFirst = [intsAttribute('perm', [0, 3, 1, 2])];

/**
 * Layers one after another. Maps are [n, channels, height, width] here; where rows of numbers and maps meet, rows are in (y, x, channel)
 * order as in training. `picture`: the map that the output is, where it is one.
 */
export function layersGraph(
  specs: readonly LayerSpec[],
  parameters: NamedParameters,
  input: string,
  output: string,
  picture?: ConvolutionSpec['output'],
): Graph {
  const graph: GrowingGraph = { nodes: [], initializers: [] };
  const { nodes, initializers } = graph;
  let last = input;
  let isMap = input === 'image';
  const add = (...made: Parameters<typeof node>) => {
    nodes.push(node(...made));
    last = made[2];
  };
  const toMap = (name: string, { height, width, channels }: ConvolutionSpec['output']) => {
    initializers.push(int64Tensor(`${name}.shape`, [-1, height, width, channels]));
    add('Reshape', [last, `${name}.shape`], `${name}.rows`);
    add('Transpose', [last], `${name}.map`, channelsFirst);
    isMap = true;
  };
  for (const spec of specs) {
    const { name, activation } = spec;
    for (const [parameter, shape, values] of storedParameters(spec, parameters)) {
      initializers.push(halfTensor(`${parameter}.half`, shape, floatsToHalves(values)));
      nodes.push(node('Cast', [`${parameter}.half`], parameter, [intAttribute('to', dataTypes.FLOAT)]));
    }
    const inputs = [`${name}.weight`, `${name}.bias`];
    if (spec.kind === 'dense') {
      if (isMap) {
        add('Transpose', [last], `${name}.pixels`, channelsLast);
        add('Flatten', [last], `${name}.flat`, [intAttribute('axis', 1)]);
        isMap = false;
      }
      add('Gemm', [last, ...inputs], `${name}.sum`);
    } else {
      if (!isMap) toMap(name, spec.input);
      const operator = spec.kind === 'convolution' ? 'Conv' : 'ConvTranspose';
      add(operator, [last, ...inputs], `${name}.sum`, windowAttributes);
    }
    if (activation !== 'linear') {
      const [operator, attributes] = operators[activation];
      add(operator, [last], name, attributes);
    }
  }
  if (picture && !isMap) toMap(output, picture);
  add('Identity', [last], output);
  return graph;
}

/** In ONNX's layouts: kernels [out, in, ky, kx], and [in, out, ky, kx] of a transposed convolution; ours begin with (ky, kx). */
function storedParameters(
  spec: LayerSpec,
  parameters: NamedParameters,
): readonly (readonly [name: string, shape: readonly number[], values: Float32Array])[] {
  const { weight, bias } = parameterShapes(spec);
  const [weightName, biasName] = [`${spec.name}.weight`, `${spec.name}.bias`];
  const values = parameters[weightName];
  const stored =
    spec.kind === 'dense'
      ? ([weightName, weight, values] as const)
      : ([weightName, [weight[3], weight[2], kernelSide, kernelSide], kernelFirst(values, weight)] as const);
  return [stored, [biasName, bias, parameters[biasName]]];
}

/** [ky, kx, a, b] → [b, a, ky, kx]. */
function kernelFirst(values: Float32Array, [, , numA, numB]: readonly number[]): Float32Array {
  const area = kernelSide * kernelSide;
  return values.map((_, i) => {
    const [place, a, b] = [i % area, Math.floor(i / area) % numA, Math.floor(i / (area * numA))];
    return values[(place * numA + a) * numB + b];
  });
}

/**
 * The gradient of the output of `layersGraph`, one number an image, by the image: convolutions with a leaky ReLU each, and a dense layer at
 * the end. It reads the sums that the graph of the layers has.
 */
export function scoreGradientGraph(
  specs: readonly LayerSpec[],
  parameters: NamedParameters,
  output: string,
): Graph {
  const graph: GrowingGraph = { nodes: [], initializers: [] };
  const { nodes, initializers } = graph;
  const slopes = { above: `${output}.above`, below: `${output}.below`, zero: `${output}.zero` };
  for (const [name, value] of [
    [slopes.above, 1],
    [slopes.below, leakySlope],
    [slopes.zero, 0],
  ] as const) {
    initializers.push(floatTensor(name, [], Float32Array.of(value)));
  }
  const [last, ...convolutions] = [...specs].reverse();
  const innermost = convolutions[0];
  if (last.kind !== 'dense' || !convolutions.every(isLeakyConvolution) || !isLeakyConvolution(innermost)) {
    throw new RangeError('Only of convolutions with a leaky ReLU each and a dense layer behind them.');
  }
  const { height, width, channels } = innermost.output;
  const scoring = `${output}.${last.name}`;
  initializers.push(
    floatTensor(
      scoring,
      [1, channels, height, width],
      channelsFirstOf(parameters[`${last.name}.weight`], channels),
    ),
  );
  let slope = scoring;
  for (const { name } of convolutions) {
    const of = (what: string) => `${output}.${name}.${what}`;
    nodes.push(
      node('Greater', [`${name}.sum`, slopes.zero], of('isAbove')),
      node('Where', [of('isAbove'), slopes.above, slopes.below], of('slope')),
      node('Mul', [of('slope'), slope], of('sum')),
      node('ConvTranspose', [of('sum'), `${name}.weight`], of('input'), windowAttributes),
    );
    slope = of('input');
  }
  nodes.push(node('Identity', [slope], output));
  return graph;
}

const isLeakyConvolution = (spec: LayerSpec): spec is ConvolutionSpec =>
  spec.kind === 'convolution' && spec.activation === 'leaky-relu';

/** [(y, x), channel] → [channel, (y, x)]. */
const channelsFirstOf = (values: Float32Array, channels: number): Float32Array => {
  const area = values.length / channels;
  return values.map((_, i) => values[(i % area) * channels + Math.floor(i / area)]);
};
