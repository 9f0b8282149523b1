/** A graph as a whole ONNX file: who made it, which checkpoint it is of, what goes in and comes out. */
import { floatValue } from './onnx-graph.ts';
import { encodeOnnx, onnxIrVersion, onnxOpset, type OnnxNode, type OnnxTensor } from './onnx-schema.ts';

export interface Graph {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
}

interface Value {
  readonly name: string;
  readonly shape: readonly number[];
}

interface OnnxFile {
  /** Of the checkpoint. */
  readonly id: string;
  readonly docString: string;
  readonly name: string;
  /** Which do not touch, or go on from each other. */
  readonly graphs: readonly Graph[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** The batch of each input and output, by its name, where there are several. */
  readonly batches?: Readonly<Record<string, string>>;
}

/** The same numbers give the same bytes. */
export function encodeOnnxFile(file: OnnxFile): Uint8Array<ArrayBuffer> {
  const { id, docString, name, graphs, inputs, outputs, batches = {} } = file;
  const value = ({ name: of, shape }: Value) => floatValue(of, shape, batches[of]);
  return encodeOnnx({
    irVersion: onnxIrVersion,
    producerName: 'glo-explained',
    docString,
    graph: {
      name,
      node: graphs.flatMap(({ nodes }) => nodes),
      initializer: graphs.flatMap(({ initializers }) => initializers),
      input: inputs.map(value),
      output: outputs.map(value),
    },
    opsetImport: [{ domain: '', version: onnxOpset }],
    metadataProps: [{ key: 'id', value: id }],
  });
}
