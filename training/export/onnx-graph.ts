/** Small builders of ONNX graph parts: nodes, attributes, initializers and the types of inputs and outputs. */
import {
  attributeTypes,
  dataTypes,
  type OnnxAttribute,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValueInfo,
} from './onnx-schema.ts';

/** A node with one output, which is also the node's name. */
export const node = (
  opType: string,
  input: readonly string[],
  output: string,
  attribute: readonly OnnxAttribute[] = [],
): OnnxNode => ({ name: output, opType, input, output: [output], attribute });

export const floatAttribute = (name: string, f: number): OnnxAttribute => ({
  name,
  type: attributeTypes.FLOAT,
  f,
});

export const intAttribute = (name: string, i: number): OnnxAttribute => ({
  name,
  type: attributeTypes.INT,
  i,
});

export const intsAttribute = (name: string, ints: readonly number[]): OnnxAttribute => ({
  name,
  type: attributeTypes.INTS,
  ints,
});

export const stringAttribute = (name: string, s: string): OnnxAttribute => ({
  name,
  type: attributeTypes.STRING,
  s: new TextEncoder().encode(s),
});

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

export const floatTensor = (name: string, dims: readonly number[], values: Float32Array): OnnxTensor => ({
  name,
  dims,
  dataType: dataTypes.FLOAT,
  rawData: bytesOf(values),
});

export const halfTensor = (name: string, dims: readonly number[], halves: Uint16Array): OnnxTensor => ({
  name,
  dims,
  dataType: dataTypes.FLOAT16,
  rawData: bytesOf(halves),
});

export const int64Tensor = (name: string, values: readonly number[]): OnnxTensor => ({
  name,
  dims: [values.length],
  dataType: dataTypes.INT64,
  rawData: bytesOf(BigInt64Array.from(values, BigInt)),
});

/** Floats of a shape in which -1 is the batch, written as the symbol n unless another is given. */
export const floatValue = (name: string, shape: readonly number[], batch = 'n'): OnnxValueInfo => ({
  name,
  type: {
    tensorType: {
      elemType: dataTypes.FLOAT,
      shape: { dim: shape.map((size) => (size === -1 ? { dimParam: batch } : { dimValue: size })) },
    },
  },
});
