/**
 * Whether an ONNX file is a generator of GLO as `npm run train -- <id> --onnx` writes it: its inputs and outputs, and only operators that we
 * know. Field numbers are those of onnx.proto.
 */
import { readMessage, type Message } from './protobuf.ts';
import { Refusal } from './refusal.ts';

export interface GeneratorGraph {
  /** Of the checkpoint that it was made from; '' where the file does not say. */
  readonly id: string;
  readonly contentDim: number;
  readonly classDim: number;
}

/** What the trainer's exporter writes (training/methods/glo/files/onnx.ts). */
export const knownOperators = [
  'Cast',
  'Concat',
  'Conv',
  'DepthToSpace',
  'Gemm',
  'Relu',
  'Reshape',
  'Sigmoid',
] as const;

const maxOpset = 17;
const float = 1;
/** TensorProto.DataLocation: the numbers lie in another file. */
const external = 1;

/** @throws Refusal naming what is there and what is expected. */
export function readGeneratorGraph(file: Uint8Array): GeneratorGraph {
  const model = readMessage(file);
  const graph = model.messages(7).at(-1);
  if (!graph) throw new Refusal('This ONNX file holds no graph. Copy or export it again.');
  requireOpset(model);
  requireOperators(graph);
  requireNumbersInside(graph);
  const [contentCode, classCode] = valuesOf(graph.messages(11), ['content_code', 'class_code'], 'input');
  const [output] = valuesOf(graph.messages(12), ['image'], 'output');
  const image = shapeOf(output);
  if (image !== 'n, 1, 28, 28') {
    throw new Refusal(`The output image has the shape [${image}]; expected [n, 1, 28, 28]. ${exportIt}`);
  }
  const id =
    model
      .messages(14)
      .find((entry) => entry.text(1) === 'id')
      ?.text(2) ?? '';
  return { id, contentDim: dimOf(contentCode), classDim: dimOf(classCode) };
}

function requireOpset(model: Message): void {
  for (const imported of model.messages(8)) {
    const [domain, version] = [imported.text(1), imported.number(2)];
    if (domain !== '' && domain !== 'ai.onnx') {
      throw new Refusal(
        `The graph uses operators of the domain "${domain}"; only ONNX's own are known. ${exportIt}`,
      );
    }
    if (version > maxOpset) {
      throw new Refusal(`The graph is of opset ${version}; up to ${maxOpset} is known. ${exportIt}`);
    }
  }
}

function requireOperators(graph: Message): void {
  const known: readonly string[] = knownOperators;
  const others = new Set(
    graph.messages(1).flatMap((node) => (known.includes(node.text(4)) ? [] : [node.text(4)])),
  );
  if (others.size === 0) return;
  throw new Refusal(
    `The graph uses operators that a generator of GLO does not: ${[...others].join(', ')}. Known are ${known.join(', ')}. ${exportIt}`,
  );
}

function requireNumbersInside(graph: Message): void {
  const outside = graph.messages(5).find((tensor) => tensor.number(14) === external || tensor.has(13));
  if (!outside) return;
  throw new Refusal(
    `The numbers of ${outside.text(8)} lie in another file. Export the graph with its numbers in it.`,
  );
}

/** In the order of `expected`. */
function valuesOf(values: readonly Message[], expected: readonly string[], what: string): readonly Message[] {
  const names = values.map((value) => value.text(1));
  if (names.toSorted().join() === expected.toSorted().join())
    return expected.map((name) => values[names.indexOf(name)]);
  throw new Refusal(
    `The graph's ${what}s are ${names.join(', ') || 'none'}; expected ${expected.join(', ')}. ${exportIt}`,
  );
}

/** Numbers of a code. */
function dimOf(input: Message): number {
  const shape = shapeOf(input);
  const dim = /^n, (\d+)$/.exec(shape)?.[1];
  if (dim !== undefined && Number(dim) >= 1 && Number(dim) <= 1000) return Number(dim);
  throw new Refusal(
    `The input ${input.text(1)} has the shape [${shape}]; expected [n, 1 to 1000]. ${exportIt}`,
  );
}

/** "n, 1, 28, 28", the batch as n. */
function shapeOf(value: Message): string {
  const tensor = value.messages(2).at(-1)?.messages(1).at(-1);
  if (tensor?.number(1) !== float) return 'no floats';
  const dims = tensor.messages(2).at(-1)?.messages(1) ?? [];
  return dims.map((dim) => (dim.has(1) ? String(dim.number(1)) : 'n')).join(', ');
}

const exportIt = 'Export it with npm run train -- <id> --onnx.';
