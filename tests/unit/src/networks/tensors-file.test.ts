import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from '../../../../src/contract/safetensors.ts';
import { readTensors, requireTensors, writeTensors } from '../../../../src/networks/tensors-file.ts';
import { roundToHalf } from '../../../../src/numerics/half.ts';
import { createRandom, normalArray } from '../../../../src/numerics/random.ts';

const random = createRandom('tensors-file');
const shapes = { wide: [2, 3], narrow: [5] };
const values = { wide: normalArray(random, 6, 1), narrow: normalArray(random, 5, 1) };
const file = writeTensors(values, shapes, (name) => (name === 'narrow' ? 'F16' : 'F32'));

test('F32 comes back exactly, F16 as the nearest halves', () => {
  const read = readTensors(file, 'a file');
  expect(read.get('wide')).toEqual({ shape: [2, 3], values: values.wide });
  expect(read.get('narrow')).toEqual({ shape: [5], values: roundToHalf(values.narrow) });
  expect(decodeSafetensors(file, 'a file').tensors.get('narrow')?.bytes).toHaveLength(10);
});

const packed = writeTensors({ large: normalArray(random, 70, 3) }, { large: [7, 10] }, () => 'I8');

test('I8 takes a byte a number and a half for every 8, and comes back within half a level', () => {
  const large = normalArray(createRandom('eight bits'), 70, 3);
  const bytes = writeTensors({ large }, { large: [7, 10] }, () => 'I8');
  const { tensors } = decodeSafetensors(bytes, 'a file');
  expect([...tensors].map(([name, { dtype, bytes }]) => [name, dtype, bytes.length])).toEqual([
    ['large.scales', 'F16', 18],
    ['large', 'I8', 70],
  ]);
  const read = readTensors(bytes, 'a file');
  expect([...read.keys()]).toEqual(['large']);
  const back = requireTensors(read, { large: [7, 10] }, 'a file').large;
  expect(back).toEqual(roundToHalf(back));
  for (let start = 0; start < 70; start += 8) {
    const block = large.subarray(start, start + 8);
    const level = Math.max(...block.map(Math.abs)) / 127;
    block.forEach((value, i) => {
      expect(Math.abs(back[start + i] - value)).toBeLessThan(0.51 * level + Math.abs(value) / 1000);
    });
  }
});

test('numbers that are all 0 come back as 0, and so does no number at all', () => {
  const zeros = writeTensors({ zeros: new Float32Array(40) }, { zeros: [40] }, () => 'I8');
  expect(readTensors(zeros, 'a file').get('zeros')?.values).toEqual(new Float32Array(40));
  const none = writeTensors({ none: new Float32Array(0) }, { none: [0, 3] }, () => 'F32');
  expect(readTensors(none, 'a file').get('none')).toEqual({ shape: [0, 3], values: new Float32Array(0) });
});

test('eight bits without their scales, or with scales for others, are refused', () => {
  const { tensors } = decodeSafetensors(packed, 'a file');
  const refused = 'large: eight bits need the F16 tensor large.scales, with a scale for every 8 numbers';
  const alone = new Map([...tensors].filter(([name]) => name === 'large'));
  expect(() => readTensors(encodeSafetensors(alone), 'a file')).toThrow(refused);
  const few = { dtype: 'F16', shape: [2], bytes: new Uint8Array(4) } as const;
  expect(() => readTensors(encodeSafetensors(new Map([...alone, ['large.scales', few]])), 'a file')).toThrow(
    refused,
  );
});

test('a file that begins at an odd byte of its buffer reads the same', () => {
  const shifted = new Uint8Array(file.length + 1);
  shifted.set(file, 1);
  expect(readTensors(shifted.subarray(1), 'a file')).toEqual(readTensors(file, 'a file'));
});

test('reads the numbers that PyTorch wrote', () => {
  const golden = readTensors(readFileSync('tests/fixtures/generator-step.safetensors'), 'the golden step');
  expect([...(golden.get('in.labels')?.values ?? [])]).toEqual([5, 0, 4, 1, 9, 2, 1, 3]);
  const output = golden.get('train.output');
  expect(output?.shape).toEqual([8, 1, 28, 28]);
  const target = golden.get('in.target')?.values ?? new Float32Array();
  const l1 = output?.values.reduce((sum, value, i) => sum + Math.abs(value - target[i]), 0) ?? NaN;
  expect(l1 / target.length).toBeCloseTo(0.35767877582316626, 6);
});

test('requireTensors gives the values by name', () => {
  const { wide, narrow } = requireTensors(readTensors(file, 'a file'), shapes, 'a file');
  expect(wide).toEqual(values.wide);
  expect(narrow).toHaveLength(5);
});

test('requireTensors lists all that is missing, unknown or of another shape', () => {
  expect(() => requireTensors(readTensors(file, 'a file'), { wide: [3, 2], other: [1] }, 'a file')).toThrow(
    [
      'a file does not follow the checkpoint contract:',
      '  expected wide [3, 2], found wide [2, 3]',
      '  expected other [1], found no other',
      '  expected no narrow, found narrow [5]',
      'Make it again with npm run train -- <id> --force.',
    ].join('\n'),
  );
});
