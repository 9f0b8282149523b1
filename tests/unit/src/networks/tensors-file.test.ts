import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeSafetensors } from '../../../../src/contract/safetensors.ts';
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
