import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createRandom } from '../../../../src/numerics/random.ts';
import { sha256 } from '../../../../src/numerics/sha256.ts';

const bytes = (length: number) => {
  const random = createRandom(`sha256/${length}`);
  return Uint8Array.from({ length }, () => random.integer(256));
};
const byNode = (part: Uint8Array) => createHash('sha256').update(part).digest('hex');

it('hashes the example of the standard', () => {
  expect(sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])('agrees with Node on %d bytes', (length) => {
  expect(sha256(bytes(length))).toBe(byNode(bytes(length)));
});

it('hashes parts as what they are together', () => {
  const whole = bytes(300);
  expect(sha256(whole.subarray(0, 7), whole.subarray(7))).toBe(byNode(whole));
});
