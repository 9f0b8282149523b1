import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  decodeSafetensors,
  encodeSafetensors,
  type RawTensor,
} from '../../../../src/contract/safetensors.ts';

const tensor = (dtype: RawTensor['dtype'], shape: number[], bytes: number[]): RawTensor => ({
  dtype,
  shape,
  bytes: Uint8Array.from(bytes),
});
const two = new Map([
  ['b', tensor('F16', [3], [1, 2, 3, 4, 5, 6])],
  ['a', tensor('I32', [1, 1], [7, 8, 9, 10])],
]);

/** A file with any header, right or wrong, over `dataLength` zero bytes. */
function fileOf(header: unknown, dataLength: number): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + dataLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  return file;
}
const f32 = (shape: number[], begin: number, end: number) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});
const decode = (file: Uint8Array) => decodeSafetensors(file, 'weights.safetensors');
const saying = (problem: string) =>
  `weights.safetensors does not follow the checkpoint contract:\n  ${problem}\nMake it again with npm run train -- <id> --force.`;

describe('encodeSafetensors', () => {
  test('what it writes, it reads back', () => {
    const { tensors, metadata } = decode(encodeSafetensors(two, { loss: '0.5' }));
    expect(metadata).toEqual({ loss: '0.5' });
    expect(tensors.get('a')).toEqual(two.get('a'));
    expect(tensors.get('b')).toEqual(two.get('b'));
  });

  test('the bytes do not depend on the order of the tensors', () => {
    expect(encodeSafetensors(new Map([...two].reverse()))).toEqual(encodeSafetensors(two));
  });

  test('the header is padded with spaces to eight bytes, and wide elements come first', () => {
    const file = encodeSafetensors(two);
    const headerLength = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(headerLength % 8).toBe(0);
    const header = new TextDecoder().decode(file.subarray(8, 8 + headerLength));
    expect(header.trimEnd()).toBe(
      '{"a":{"dtype":"I32","shape":[1,1],"data_offsets":[0,4]},"b":{"dtype":"F16","shape":[3],"data_offsets":[4,10]}}',
    );
    expect([...file.subarray(8 + headerLength)]).toEqual([7, 8, 9, 10, 1, 2, 3, 4, 5, 6]);
  });

  test('refuses bytes that do not fill the shape', () => {
    expect(() => encodeSafetensors(new Map([['a', tensor('F16', [3], [1, 2])]]))).toThrow(
      'a: F16 [3] takes 6 bytes; it got 2.',
    );
  });
});

describe('decodeSafetensors', () => {
  test('reads a file that PyTorch wrote', () => {
    const { tensors, metadata } = decodeSafetensors(
      readFileSync('tests/fixtures/generator-step.safetensors'),
      'the golden step',
    );
    expect(Number(metadata.loss)).toBeCloseTo(Number(metadata.l1) + Number(metadata.l2), 12);
    expect(tensors.get('param.convT1.weight')?.shape).toEqual([16, 16, 5, 5]);
    const labels = tensors.get('in.labels');
    expect(labels).toMatchObject({ dtype: 'I32', shape: [8] });
    expect(labels?.bytes).toHaveLength(32);
  });

  test.each([
    ['an empty file', new Uint8Array(3), 'the file has 3 bytes, and the length of its header alone takes 8'],
    [
      'a cut header',
      encodeSafetensors(two).subarray(0, 50),
      'the header should take 112 bytes, and 42 follow: the file is truncated or not safetensors',
    ],
    [
      'cut data',
      encodeSafetensors(two).subarray(0, -1),
      'b: ends at byte 10 of the data, which has 9: the file is truncated',
    ],
    ['a header that is not JSON', fileOf('{"a":', 0), 'the header is not JSON'],
    ['a header that is a list', fileOf([], 0), '(whole): Invalid input: expected object, received array'],
    [
      'an unknown dtype',
      fileOf({ a: { ...f32([1], 0, 8), dtype: 'F64' } }, 8),
      'a.dtype: Invalid option: expected one of "F32"|"I32"|"F16"|"I8"',
    ],
    ['a negative size', fileOf({ a: f32([-1], 0, 4) }, 4), 'a.shape.0: Too small: expected number to be >=0'],
    ['an unknown field', fileOf({ a: { ...f32([1], 0, 4), kind: 1 } }, 4), 'a: Unrecognized key: "kind"'],
    [
      'offsets that do not fit the shape',
      fileOf({ a: f32([2, 2], 0, 12) }, 12),
      'a: data_offsets [0, 12] should span 16 bytes for F32 [2, 2]',
    ],
    [
      'offsets that run backwards',
      fileOf({ a: f32([1], 0, 4), b: f32([1], 4, 0) }, 4),
      'b: data_offsets [4, 0] should span 4 bytes for F32 [1]',
    ],
    [
      'overlapping tensors',
      fileOf({ a: f32([2], 0, 8), b: f32([1], 4, 8) }, 8),
      'b: data_offsets [4, 8] should begin at 8: no overlap, no gap',
    ],
    [
      'a gap',
      fileOf({ a: f32([1], 0, 4), b: f32([1], 8, 12) }, 12),
      'b: data_offsets [8, 12] should begin at 4: no overlap, no gap',
    ],
    [
      'offsets beyond the file',
      fileOf({ a: f32([4], 0, 16) }, 8),
      'a: ends at byte 16 of the data, which has 8: the file is truncated',
    ],
    ['bytes after the last tensor', fileOf({ a: f32([1], 0, 4) }, 6), '2 bytes follow the last tensor'],
  ])('refuses %s and says so', (_, file, problem) => {
    expect(() => decode(file)).toThrow(saying(problem));
  });
});
