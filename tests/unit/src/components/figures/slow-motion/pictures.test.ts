/** The pictures of a moment, as values and as pixels, and the sheet of the first frame. */
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../../../src/components/figures/slow-motion/facts.ts';
import { encodeFirstFrame } from '../../../../../../src/components/figures/slow-motion/first-frame.ts';
import {
  pixelsOf,
  rowAt,
  rowNames,
  rowPhases,
  wallAt,
} from '../../../../../../src/components/figures/slow-motion/pictures.ts';
import { imageLength } from '../../../../../../src/components/figures/slow-motion/recording.ts';
import { phases } from '../../../../../../src/components/mdx/running-lines.ts';

const recording = readRecording();
const step = 12;
const { images, drawnAgain } = recording.steps[step - 1];
const rows = (phase: (typeof phases)[number]) =>
  rowNames.filter((row) => rowAt(recording, { step, phase }, row) !== undefined);
const need = (row: (typeof rowNames)[number]) => {
  const values = rowAt(recording, { step, phase: 'update' }, row);
  if (!values) throw new Error(`${row} is not there.`);
  return values;
};

describe('the rows of the batch', () => {
  it('come one after the other', () => {
    expect(phases.map((phase) => rows(phase).length)).toEqual([1, 1, 1, 2, 3, 4, 5]);
    expect(rowNames.map((row) => phases.indexOf(rowPhases[row]))).toEqual([0, 3, 4, 5, 6]);
  });

  it('show the images of the batch', () => {
    const image = need('image');
    images.forEach((at, slot) => {
      for (const pixel of [300, 400, 500]) {
        expect(image[slot * imageLength + pixel]).toBeCloseTo(
          recording.targets[at * imageLength + pixel] / 7,
          6,
        );
      }
    });
  });

  it('have errors that lead from what is drawn to the image', () => {
    const [image, drawn, error] = [need('image'), need('drawn'), need('error')];
    error.forEach((value, i) => expect(drawn[i] + value).toBeCloseTo(image[i], 6));
  });

  it('have errors whose mean makes the loss, but for the rounding of the ink', () => {
    const error = need('error');
    const loss = error.reduce((sum, value) => sum + Math.abs(value) + value * value, 0) / error.length;
    expect(Math.abs(loss - recording.steps[step - 1].loss)).toBeLessThan(0.02);
  });

  it('pull along the error, most at half ink, and nowhere on paper or on full ink', () => {
    const [drawn, error, pull] = [need('drawn'), need('error'), need('pull')];
    pull.forEach((value, i) => {
      if (drawn[i] === 0 || drawn[i] === 1) expect(Math.abs(value)).toBe(0);
      else expect(Math.sign(value)).toBe(Math.sign(error[i]));
      // A step down the numerical gradient of |e| + e² behind the sigmoid, over three quarters.
      const logit = Math.log(drawn[i] / (1 - drawn[i]));
      if (!Number.isFinite(logit) || Math.abs(error[i]) < 1e-3) return;
      const lossAt = (x: number) => {
        const e = 1 / (1 + Math.exp(-x)) - drawn[i] - error[i];
        return Math.abs(e) + e * e;
      };
      const slope = (lossAt(logit + 1e-4) - lossAt(logit - 1e-4)) / 2e-4;
      expect(value).toBeCloseTo((-slope * 4) / 3, 3);
    });
  });
});

describe('the wall', () => {
  it('is paper before the first step, and full after the first epoch', () => {
    expect(Math.max(...wallAt(recording, { step: 1, phase: 'compare' }))).toBe(0);
    const full = wallAt(recording, { step: 4, phase: 'update' });
    for (const image of recording.labels.keys()) {
      expect(Math.max(...full.subarray(image * imageLength, (image + 1) * imageLength))).toBeGreaterThan(0);
    }
  });

  it('changes at the update, for the batch alone', () => {
    const before = wallAt(recording, { step, phase: 'gradients' });
    const after = wallAt(recording, { step, phase: 'update' });
    expect(before).toEqual(wallAt(recording, { step: step - 1, phase: 'update' }));
    for (const image of recording.labels.keys()) {
      const cell = [image * imageLength, (image + 1) * imageLength] as const;
      const slot = images.indexOf(image);
      if (slot < 0) expect(after.subarray(...cell)).toEqual(before.subarray(...cell));
      else {
        expect([...after.subarray(...cell)].map((ink) => Math.round(ink * 7))).toEqual([
          ...drawnAgain.subarray(slot * imageLength, (slot + 1) * imageLength),
        ]);
      }
    }
  });
});

describe('pixels', () => {
  const values = new Float32Array(2 * imageLength);
  values[0] = 0.5;
  values[imageLength] = -1;

  it('of ink are black with alpha', () => {
    const pixels = pixelsOf(values.map(Math.abs), 2, false);
    expect([...pixels.subarray(0, 4)]).toEqual([0, 0, 0, 128]);
    expect([...pixels.subarray(28 * 4, 29 * 4)]).toEqual([0, 0, 0, 255]);
  });

  it('of differences have a colour for each direction', () => {
    const pixels = pixelsOf(values, 2, true);
    const [comes, goes] = [pixels.subarray(0, 4), pixels.subarray(28 * 4, 29 * 4)];
    expect(comes[2]).toBeGreaterThan(comes[0]);
    expect(goes[0]).toBeGreaterThan(goes[2]);
    expect([comes[3], goes[3], pixels[7]]).toEqual([128, 255, 0]);
  });
});

describe('the sheet of the first frame', () => {
  it('has the rows of its moment, an empty one for what comes later, and the wall', () => {
    const { width, height, channels, data } = decode(encodeFirstFrame(recording));
    expect([width, height, channels]).toEqual([5 * 28, 9 * 28, 4]);
    const inkOf = (row: number): number => {
      let sum = 0;
      for (let i = row * 28 * width; i < (row + 1) * 28 * width; i++) sum += data[4 * i + 3];
      return sum;
    };
    expect(rowNames.map((_, row) => inkOf(row) > 0)).toEqual([true, true, true, true, false]);
    for (const row of [5, 6, 7, 8]) expect(inkOf(row)).toBeGreaterThan(0);
  });
});
