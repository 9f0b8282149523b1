/** What transfers are held to: where their style has to stand, worked out by hand for a network whose style is two numbers. */
import { expect, test } from 'vitest';
import { createStyleLoss } from '../../../../training/methods/glo/style.ts';

/** The style of an image is its first two pixels; the distance hands back what it was given. */
function recordingNetwork() {
  const seen: { style: Float64Array; spread: Float64Array }[] = [];
  return {
    seen,
    styleLength: 2,
    styleStatistics: (images: Float32Array) => Float64Array.from(images.filter((_, i) => i % 4 < 2)),
    styleDistance(images: Float32Array, style: Float64Array, spread: Float64Array) {
      seen.push({ style, spread });
      return { loss: 0, gradient: new Float32Array(images.length) };
    },
  };
}

const image = (a: number, b: number) => [a, b, 9, 9];
const images = Float32Array.from([
  ...image(1, 0), // class 0: mean (2, 0), deviation (1, 0)
  ...image(3, 0),
  ...image(10, 6), // class 1: mean (14, 5), deviation (4, 1)
  ...image(18, 4),
]);
const labels = Uint8Array.of(0, 0, 1, 1);
const tiny = 1e-4;

test('a transfer is held to where its source stands in its own class, in the measure of the new one', () => {
  const network = recordingNetwork();
  const loss = createStyleLoss({ network, images, labels, numClasses: 3 });
  loss(new Float32Array(8), Uint32Array.of(0, 3), Uint8Array.of(1, 0));
  const [{ style, spread }] = network.seen;
  // Image 0 is one deviation below the mean of its class, which has no spread in its second number.
  expect(style[0]).toBeCloseTo(14 - 4, 2);
  expect(style[1]).toBeCloseTo(5, 10);
  expect([...spread.subarray(0, 2)]).toEqual([4 + tiny, 1 + tiny]);
  // Image 3 is one above and one below; class 0 has a spread of 1 and one of nothing.
  expect(style[2]).toBeCloseTo(2 + 1, 3);
  expect(style[3]).toBeCloseTo(0 - tiny, 6);
  expect([...spread.subarray(2, 4)]).toEqual([1 + tiny, tiny]);
});

test('in its own class an image is held to its own style, and a class without images to none', () => {
  const network = recordingNetwork();
  const loss = createStyleLoss({ network, images, labels, numClasses: 3 });
  loss(new Float32Array(8), Uint32Array.of(2, 2), Uint8Array.of(1, 2));
  const [{ style, spread }] = network.seen;
  expect(style[0]).toBeCloseTo(10, 10);
  expect(style[1]).toBeCloseTo(6, 10);
  expect(style[2]).toBeCloseTo(0, 3);
  expect([...spread.subarray(2, 4)]).toEqual([tiny, tiny]);
});
