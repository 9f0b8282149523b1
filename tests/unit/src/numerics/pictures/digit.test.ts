/** A picture of a digit on its way to what MNIST would have of it. */
import { describe, expect, it } from 'vitest';
import { digitOf, type DigitPicture } from '../../../../../src/numerics/pictures/digit.ts';
import { greyOf, inkBox, resample, type Plane } from '../../../../../src/numerics/pictures/plane.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';

const side = 28;
const { images } = makeStrokes({ seed: 1, numImages: 20 });
const strokeDigit = (i: number): Float32Array =>
  Float32Array.from(images.subarray(i * side * side, (i + 1) * side * side), (byte) => byte / 255);

/** Dark ink on white. */
const onPaper = (ink: Float32Array, width = side): Plane => ({
  width,
  height: ink.length / width,
  values: ink.map((value) => 1 - value),
});

/** `scale` times as large, in a frame of `frame` × `frame`, moved. */
function enlarged(ink: Float32Array, { scale = 6, frame = 280, left = 10, top = 40 } = {}): Float32Array {
  const large = new Float32Array(frame * frame);
  for (let y = 0; y < side * scale; y++) {
    for (let x = 0; x < side * scale; x++) {
      large[(top + y) * frame + left + x] = ink[Math.floor(y / scale) * side + Math.floor(x / scale)];
    }
  }
  return large;
}

function expectDigit(picture: DigitPicture) {
  if (picture.kind === 'blank') throw new Error('Nothing was found.');
  return picture;
}
const centredOf = (grey: Plane): Float32Array => expectDigit(digitOf(grey)).centred.values;
const meanDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;

describe('a digit from a picture', () => {
  it('that is as MNIST has it stays what it is, to the pixel', () => {
    const once = centredOf(onPaper(strokeDigit(3)));
    const again = centredOf(onPaper(once));
    again.forEach((value, i) => expect(value).toBeCloseTo(once[i], 6));
  });

  it('is the same however large it is and wherever it lies', () => {
    for (let i = 0; i < 20; i++) {
      const once = centredOf(onPaper(strokeDigit(i)));
      expect(meanDifference(centredOf(onPaper(enlarged(strokeDigit(i)), 280)), once)).toBeLessThan(0.02);
    }
  });

  it('fits into 20 × 20 with its ratio kept, its centre of mass in the middle of 28 × 28', () => {
    const bar = new Float32Array(100 * 100);
    for (let y = 10; y < 90; y++) bar.fill(1, y * 100 + 70, y * 100 + 90); // 20 wide, 80 high
    const { fitted, centred } = expectDigit(digitOf(onPaper(bar, 100)));
    expect([fitted.width, fitted.height]).toEqual([5, 20]);
    expect(inkBox(centred)).toEqual({ left: 12, top: 5, width: 5, height: 20 });
  });

  it('is light on slate as it is dark on paper', () => {
    const ink = enlarged(strokeDigit(5));
    const slate = digitOf({ width: 280, height: 280, values: ink.map((value) => 0.1 + 0.8 * value) });
    expect(expectDigit(slate).ground).toBe('slate');
    const paper = digitOf(onPaper(ink, 280));
    expect(expectDigit(paper).ground).toBe('paper');
    expect(meanDifference(expectDigit(slate).centred.values, expectDigit(paper).centred.values)).toBeLessThan(
      0.01,
    );
  });

  it('is found on paper that is lit from one side and taken by a noisy camera', () => {
    const random = createRandom('camera');
    for (const i of [0, 7, 12]) {
      const ink = enlarged(strokeDigit(i), { left: 60 });
      const photo = ink.map((value, at) => {
        const light = 0.5 + (0.4 * (at % 280)) / 280;
        return Math.min(Math.max(light * (1 - 0.8 * value) + 0.02 * random.normal(), 0), 1);
      });
      const found = centredOf({ width: 280, height: 280, values: photo });
      expect(meanDifference(found, centredOf(onPaper(ink, 280)))).toBeLessThan(0.06);
    }
  });

  it('has no specks, and keeps parts that belong to it', () => {
    const ink = new Float32Array(100 * 100);
    for (let y = 20; y < 80; y++) ink.fill(1, y * 100 + 40, y * 100 + 50);
    for (let y = 20; y < 26; y++) ink.fill(1, y * 100 + 54, y * 100 + 66); // a bar of its own
    ink[5 * 100 + 95] = 1; // dust
    const clean = expectDigit(digitOf(onPaper(ink, 100))).cleaned;
    expect(clean.values[5 * 100 + 95]).toBe(0);
    expect(inkBox(clean)).toEqual({ left: 40, top: 20, width: 26, height: 60 });
  });

  it('gets strokes of two pixels where they would be thinner', () => {
    const line = new Float32Array(300 * 300);
    for (let y = 30; y < 270; y++) line[y * 300 + 150] = 1;
    const { values } = expectDigit(digitOf(onPaper(line, 300))).centred;
    const middle = values.subarray(14 * side, 15 * side);
    expect(middle.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(1.5);
  });

  it.each([
    ['white', () => 1],
    ['black', () => 0],
    ['hardly grey', (i: number) => (i % 97 === 0 ? 0.95 : 1)],
    ['noise alone', (i: number) => 0.6 + 0.03 * Math.sin(i * i)],
  ])('is not there in a picture that is %s', (_, value) => {
    const values = Float32Array.from({ length: 60 * 60 }, (_, i) => value(i));
    expect(digitOf({ width: 60, height: 60, values })).toEqual({ kind: 'blank' });
  });
});

describe('a plane', () => {
  it('is as bright as its colours, and white where it is transparent', () => {
    const rgba = [255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0, 0, 0, 128];
    const { values } = greyOf(rgba, { width: 5, height: 1 });
    [1, 0, 0.7152, 1, 0.498].forEach((grey, i) => expect(values[i]).toBeCloseTo(grey, 3));
  });

  it('keeps its mean when it is resampled', () => {
    const random = createRandom('resampled');
    const plane = {
      width: 13,
      height: 9,
      values: Float32Array.from({ length: 117 }, () => random.uniform()),
    };
    const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const size of [5, 13, 20]) {
      const { values } = resample(
        plane,
        { left: 0, top: 0, width: 13, height: 9 },
        { width: size, height: size },
      );
      expect(mean(values)).toBeCloseTo(mean(plane.values), 5);
    }
  });
});
