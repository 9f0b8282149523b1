/**
 * `encoder-decoder.onnx`: the encoder and the decoder as a graph of standard operators, with the very halves of weights.safetensors. The two
 * do not touch: an image gives its encoding and a code its picture, and each side has a batch of its own.
 */
import {
  encoderDecoderFile,
  type EncoderDecoderManifest,
} from '../../../../src/contract/families/encoder-decoder.ts';
import type { ImageShape } from '../../../../src/networks/blocks/image-shape.ts';
import {
  architectureOf,
  encodingLength,
  type EncoderDecoderConfig,
} from '../../../../src/networks/encoder-decoder/architecture.ts';
import {
  kernelSide,
  leakySlope,
  parameterShapes,
  type Activation,
  type ConvolutionSpec,
  type LayerSpec,
} from '../../../../src/networks/layers/layer.ts';
import type { NamedParameters } from '../../../../src/networks/layers/parameters.ts';
import { floatsToHalves } from '../../../../src/numerics/half.ts';
import { entryOf } from '../../../export/file-entry.ts';
import {
  floatAttribute,
  floatValue,
  halfTensor,
  int64Tensor,
  intAttribute,
  intsAttribute,
  node,
} from '../../../export/onnx-graph.ts';
import {
  dataTypes,
  encodeOnnx,
  onnxIrVersion,
  onnxOpset,
  type OnnxAttribute,
  type OnnxNode,
  type OnnxTensor,
} from '../../../export/onnx-schema.ts';

export interface EncoderDecoderOnnx {
  readonly id: string;
  readonly title: string;
  readonly config: EncoderDecoderConfig;
  /** Exact in half precision. */
  readonly parameters: NamedParameters;
}

const imageOf = ({ imageChannels, imageHeight, imageWidth }: ImageShape) => [
  -1,
  imageChannels,
  imageHeight,
  imageWidth,
];

/** Inputs and outputs as the manifest states them. */
const signatureOf = (config: EncoderDecoderConfig) => ({
  inputs: [
    { name: 'image', shape: imageOf(config) },
    { name: 'code', shape: [-1, config.codeDim] },
  ],
  outputs: [
    { name: 'encoding', shape: [-1, encodingLength(config)] },
    { name: 'picture', shape: imageOf(config) },
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
  config,
  parameters,
}: EncoderDecoderOnnx): Uint8Array<ArrayBuffer> {
  const { encoder, decoder } = architectureOf(config);
  const { inputs, outputs } = signatureOf(config);
  const { imageHeight, imageWidth, imageChannels } = config;
  const value = ({ name, shape }: (typeof inputs)[number]) =>
    floatValue(name, shape, batches[name as keyof typeof batches]);
  const encoding = chain(encoder, parameters, 'image', 'encoding');
  const picture = chain(decoder, parameters, 'code', 'picture', {
    height: imageHeight,
    width: imageWidth,
    channels: imageChannels,
  });
  return encodeOnnx({
    irVersion: onnxIrVersion,
    producerName: 'glo-explained',
    docString: `${title}. Inputs: ink in [0, 1], and a code; outputs: what the encoder says of the image, and the picture of the code.`,
    graph: {
      name: 'encoder-decoder',
      node: [...encoding.nodes, ...picture.nodes],
      initializer: [...encoding.initializers, ...picture.initializers],
      input: inputs.map(value),
      output: outputs.map(value),
    },
    opsetImport: [{ domain: '', version: onnxOpset }],
    metadataProps: [{ key: 'id', value: id }],
  });
}

interface Graph {
  readonly nodes: OnnxNode[];
  readonly initializers: OnnxTensor[];
}

const operators: Readonly<Record<Exclude<Activation, 'linear'>, readonly [string, OnnxAttribute[]]>> = {
  relu: ['Relu', []],
  'leaky-relu': ['LeakyRelu', [floatAttribute('alpha', leakySlope)]],
  sigmoid: ['Sigmoid', []],
};
const channelsLast = [intsAttribute('perm', [0, 2, 3, 1])];
const channelsFirst = [intsAttribute('perm', [0, 3, 1, 2])];

/** Maps are [n, channels, height, width] here; where rows of numbers and maps meet, rows are in (y, x, channel) order as in training. */
function chain(
  specs: readonly LayerSpec[],
  parameters: NamedParameters,
  input: string,
  output: string,
  picture?: ConvolutionSpec['output'],
): Graph {
  const graph: Graph = { nodes: [], initializers: [] };
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
      add(operator, [last, ...inputs], `${name}.sum`, [
        intsAttribute('kernel_shape', [kernelSide, kernelSide]),
        intsAttribute('strides', [2, 2]),
        intsAttribute('pads', [1, 1, 1, 1]),
      ]);
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
