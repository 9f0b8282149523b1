import { describe, expect, test } from 'vitest';
import { floatsToHalves, halvesToFloats, roundToHalf } from '../../../../src/numerics/half.ts';
import { createRandom } from '../../../../src/numerics/random.ts';

const bitsOf = (values: Float32Array): Uint32Array => new Uint32Array(values.slice().buffer);
const everyHalf = Uint16Array.from({ length: 65536 }, (_, i) => i);

/** Finds the first difference itself: `toEqual` on arrays this long takes seconds. */
function firstDifference(actual: Float32Array, expected: Float32Array): string | undefined {
  const i = actual.findIndex((value, index) => !Object.is(value, expected[index]));
  return i < 0 ? undefined : `element ${i} is ${actual[i]}, expected ${expected[i]}`;
}

/** Node's own conversion is the independent judge. */
const judge = (values: Float32Array): Float32Array => Float32Array.from(new Float16Array(values));

describe('half precision', () => {
  test('every half reads as the float the platform reads', () => {
    const expected = Float32Array.from(new Float16Array(everyHalf.slice().buffer));
    expect(firstDifference(halvesToFloats(everyHalf), expected)).toBeUndefined();
  });

  test('every half that is a number survives the way to float and back', () => {
    const back = floatsToHalves(halvesToFloats(everyHalf));
    const changed = everyHalf.filter((half, i) => (half & 0x7fff) <= 0x7c00 && back[i] !== half);
    expect(changed).toHaveLength(0);
  });

  test('floats of every size round to the half the platform rounds to', () => {
    const random = createRandom('half');
    const bits = Uint32Array.from({ length: 400_000 }, () => random.integer(2 ** 32));
    const values = new Float32Array(bits.buffer);
    expect(firstDifference(roundToHalf(values), judge(values))).toBeUndefined();
  });

  test('the middle between two halves goes to the even one, and a bit to either side to the nearer', () => {
    const finite = halvesToFloats(everyHalf.subarray(0, 0x7c00));
    const middles = finite.map((value, i) => (value + (i + 1 < finite.length ? finite[i + 1] : 65536)) / 2);
    const middleBits = bitsOf(middles);
    for (const step of [-1, 0, 1]) {
      const values = new Float32Array(middleBits.map((bits) => bits + step).buffer);
      expect(firstDifference(roundToHalf(values), judge(values))).toBeUndefined();
      const negative = values.map((value) => -value);
      expect(firstDifference(roundToHalf(negative), judge(negative))).toBeUndefined();
    }
  });

  test('zeros keep their sign, and infinities and not-a-number stay what they are', () => {
    const special = Float32Array.of(0, -0, Infinity, -Infinity, NaN, 65519, 65520, 2 ** -25, 2 ** -24);
    expect([...roundToHalf(special)]).toEqual([
      0,
      -0,
      Infinity,
      -Infinity,
      NaN,
      65504,
      Infinity,
      0,
      2 ** -24,
    ]);
  });
});
