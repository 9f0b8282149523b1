import protobuf from 'protobufjs/light.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { roundToHalf } from '../../../../../../src/numerics/half.ts';
import { createRandom } from '../../../../../../src/numerics/random.ts';
import { exportOnnx, onnxSignature } from '../../../../../../training/methods/glo/files/onnx.ts';
import { naiveGenerateAll } from '../../../../../support/naive-generator.ts';
import { openOnnx, type OnnxGenerator } from '../../../../../support/onnx.ts';
import { randomCodes, randomParameters } from '../../../../../support/random-generator.ts';
import { digitShape } from '../../../../../support/digit-shape.ts';

const config = { classDim: 3, contentDim: 5, ...digitShape };
const random = createRandom('onnx');
const drawn = randomParameters(config, random);
const halves = Object.entries(drawn).map(([name, values]) => [name, roundToHalf(values)] as const);
const parameters = Object.fromEntries(halves) as typeof drawn;
const description = { id: 'glo-strokes-test', title: 'A test', unit: 'ink', config, parameters } as const;
const file = exportOnnx(description);

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual).toHaveLength(expected.length);
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0);
}

describe('generator.onnx', () => {
  let onnx: OnnxGenerator;
  beforeAll(async () => {
    onnx = await openOnnx(file);
  });

  test('draws what the plain definition of the generator draws', async () => {
    const codes = randomCodes(config, 3, random);
    const expected = naiveGenerateAll(config, parameters, codes);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.5);
    expect(largestDifference(await onnx.generate(codes), expected)).toBeLessThan(1e-5);
  });

  test('takes any number of codes, each without regard to the others', async () => {
    const codes = randomCodes(config, 7, random);
    const all = await onnx.generate(codes);
    const last = await onnx.generate({
      count: 1,
      contentCodes: codes.contentCodes.slice(-config.contentDim),
      classCodes: codes.classCodes.slice(-config.classDim),
    });
    expect(largestDifference(last, all.slice(-784))).toBeLessThan(1e-6);
  });

  test('names its inputs and outputs as the manifest does', () => {
    const { inputs, outputs } = onnxSignature(config);
    const shapeOf = (metadata: (typeof onnx.session.inputMetadata)[number]) =>
      metadata.isTensor ? metadata.shape.map((size) => (size === 'n' ? -1 : size)) : [];
    const found = (all: typeof onnx.session.inputMetadata) =>
      all.map((metadata) => ({ name: metadata.name, shape: shapeOf(metadata) }));
    expect(found(onnx.session.inputMetadata)).toEqual(inputs);
    expect(found(onnx.session.outputMetadata)).toEqual(outputs);
  });

  test('the same numbers give the same bytes', () => {
    expect(exportOnnx(description)).toEqual(file);
  });

  test('the dense weights are stored as halves', () => {
    const halfBytes = new Float16Array(parameters['dense2.weight']).buffer;
    expect(Buffer.from(file).includes(Buffer.from(halfBytes))).toBe(true);
    expect(file.length).toBeLessThan(180_000);
  });

  test('its header states format, opset and id, by the field numbers of onnx.proto', () => {
    const reader = protobuf.Reader.create(file);
    const found: Record<number, string | number> = {};
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      const field = tag >>> 3;
      if ((tag & 7) === 0) found[field] = reader.uint32();
      else {
        const bytes = reader.bytes();
        if (field !== 7) found[field] = Buffer.from(bytes).toString('latin1');
      }
    }
    expect(found).toEqual({
      1: 8,
      2: 'glo-explained',
      6: 'A test. Inputs: a content code and a class code; output: ink in [0, 1].',
      8: '\n\0\x10\x11',
      14: '\n\x02id\x12\x10glo-strokes-test',
    });
  });
});
