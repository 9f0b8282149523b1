import { describe, expect, it } from 'vitest';
import { knownOperators, readGeneratorGraph } from '../../../../../src/engine/dropped/onnx-graph.ts';
import { floatValue, node } from '../../../../../training/export/onnx-graph.ts';
import { encodeOnnx, type OnnxModel } from '../../../../../training/export/onnx-schema.ts';
import { generatorGraph } from '../../../../../training/methods/glo/files/onnx.ts';
import { smallCheckpoint } from '../small-checkpoint.ts';

const { manifest, parameters, files } = smallCheckpoint();
const exported = files.get('generator.onnx') ?? new Uint8Array();
const { nodes, initializers } = generatorGraph({ config: manifest.model, parameters });
const graph: OnnxModel['graph'] = {
  name: 'generator',
  node: nodes,
  initializer: initializers,
  input: [floatValue('content_code', [-1, 4]), floatValue('class_code', [-1, 3])],
  output: [floatValue('image', [-1, 1, 28, 28])],
};
const encode = (
  part: Partial<OnnxModel['graph']>,
  opsets: OnnxModel['opsetImport'] = [{ domain: '', version: 17 }],
) =>
  encodeOnnx({
    irVersion: 8,
    producerName: 'a test',
    docString: '',
    graph: { ...graph, ...part },
    opsetImport: opsets,
    metadataProps: [],
  });
const message = (file: Uint8Array): string => {
  try {
    readGeneratorGraph(file);
    return 'it was read';
  } catch (error) {
    return (error as Error).message;
  }
};
const exportIt = 'Export it with npm run train -- <id> --onnx.';

describe('the graph of a generator', () => {
  it('is read as our exporter writes it', () => {
    expect(readGeneratorGraph(exported)).toEqual({ id: manifest.id, contentDim: 4, classDim: 3 });
  });

  it('has every operator that is known', () => {
    expect([...new Set(nodes.map(({ opType }) => opType))].sort()).toEqual([...knownOperators].sort());
  });

  it('is refused when it is no ONNX, or a part of one', () => {
    const none = 'This is no ONNX file, or a part of one. Copy or export it again.';
    expect(message(exported.subarray(0, exported.length - 5))).toBe(none);
    expect(message(Uint8Array.of(0x3c, 0x68, 0x74, 0x6d, 0x6c))).toBe(none); // <html
    expect(message(new Uint8Array(300_000).fill(8))).toBe(none); // one field after the other
    expect(message(new Uint8Array())).toBe('This ONNX file holds no graph. Copy or export it again.');
  });

  it('is refused with other operators, by name', () => {
    const others = [...nodes, node('Loop', ['image'], 'a'), node('MyOp', ['image'], 'b')];
    expect(message(encode({ node: others }))).toBe(
      `The graph uses operators that a generator of GLO does not: Loop, MyOp. Known are ${knownOperators.join(', ')}. ${exportIt}`,
    );
    expect(message(encode({}, [{ domain: 'com.microsoft', version: 1 }]))).toBe(
      `The graph uses operators of the domain "com.microsoft"; only ONNX's own are known. ${exportIt}`,
    );
    expect(message(encode({}, [{ domain: '', version: 99 }]))).toBe(
      `The graph is of opset 99; up to 17 is known. ${exportIt}`,
    );
  });

  it('is refused with other inputs, outputs or shapes', () => {
    expect(message(encode({ input: [floatValue('z', [-1, 4])] }))).toBe(
      `The graph's inputs are z; expected content_code, class_code. ${exportIt}`,
    );
    expect(message(encode({ output: [] }))).toBe(`The graph's outputs are none; expected image. ${exportIt}`);
    expect(
      message(encode({ input: [floatValue('content_code', [-1, 4, 4]), floatValue('class_code', [-1, 3])] })),
    ).toBe(`The input content_code has the shape [n, 4, 4]; expected [n, 1 to 1000]. ${exportIt}`);
    expect(message(encode({ output: [floatValue('image', [-1, 3, 64, 64])] }))).toBe(
      `The output image has the shape [n, 3, 64, 64]; expected [n, 1, 28, 28]. ${exportIt}`,
    );
  });
});
