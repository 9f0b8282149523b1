/** Planes, the curve of the loss, and the words of the phases. */
import { describe, expect, it } from 'vitest';
import {
  readRecording,
  slowMotionFacts,
} from '../../../../../../src/components/figures/slow-motion/facts.ts';
import { lossPath, lossScale } from '../../../../../../src/components/figures/slow-motion/loss-curve.ts';
import {
  movedOutside,
  phaseText,
  planeText,
} from '../../../../../../src/components/figures/slow-motion/phase-texts.ts';
import {
  arrowFrom,
  lineBetween,
  placeOf,
  trailOf,
} from '../../../../../../src/components/figures/slow-motion/plane.ts';
import { numbersOf } from '../../../../../../src/components/figures/slow-motion/state.ts';
import { phases } from '../../../../../../src/components/mdx/running-lines.ts';

const recording = readRecording();
const { settings, labels, losses, contentExtent } = slowMotionFacts('recording.bin');

describe('a plane', () => {
  it('has its middle in the middle, and the second number upwards', () => {
    expect(placeOf([0, 0], 2)).toEqual([50, 50]);
    expect(placeOf([2, 2], 2)).toEqual([100, 0]);
  });

  it('holds every code of the run', () => {
    for (const code of recording.contents.flat()) {
      for (const value of placeOf(code, contentExtent)) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(100);
      }
    }
  });

  it('draws an arrow upwards for a pull upwards, and none that cannot be seen', () => {
    expect(arrowFrom([50, 50], [0, 1], 10)).toBe('M50.0,50.0L50.0,40.0');
    expect(arrowFrom([50, 50], [0.02, 0.02], 10)).toBeUndefined();
    expect(lineBetween([1, 2], [3, 4])).toBe('M1.0,2.0L3.0,4.0');
  });

  it('has trails that end where the row is, and go back no further than they should', () => {
    const trail = trailOf(recording.contents, 3, 40, contentExtent);
    const [x, y] = placeOf(recording.contents[40][3], contentExtent);
    expect(trail.endsWith(`L${x.toFixed(1)},${y.toFixed(1)}`)).toBe(true);
    expect(trail.match(/[ML]/g)).toHaveLength(17);
    expect(trailOf(recording.contents, 3, 2, contentExtent).match(/[ML]/g)).toHaveLength(3);
  });
});

describe('the curve of the loss', () => {
  const scale = lossScale(losses);

  it('fills its box, with round ticks inside', () => {
    expect(scale.y(Math.max(...losses))).toBe(0);
    expect(scale.y(Math.min(...losses))).toBe(1);
    expect(scale.ticks).toEqual([0.1, 0.2]);
    expect(lossPath(losses, scale).startsWith('M0,0.0L13,')).toBe(true);
  });

  it('finds the step under a finger', () => {
    expect(losses).toHaveLength(80);
    for (const step of [1, 17, 80]) expect(scale.epochAt(scale.x(step))).toBe(step);
    expect(scale.epochAt(-0.2)).toBe(1);
    expect(scale.epochAt(1.2)).toBe(80);
  });
});

describe('the words of a phase', () => {
  const textOf = (phase: (typeof phases)[number], step: number) =>
    phaseText(phase, { numbers: numbersOf(recording, step), settings, numImages: labels.length });

  it('have the numbers of the step', () => {
    expect(textOf('batch', 5)).toContain('5 of the 20 images are drawn at random and called a to e.');
    expect(textOf('noise', 5)).toContain('σ = 0.3');
    expect(textOf('compare', 5)).toContain(recording.steps[4].loss.toFixed(3));
    expect(textOf('gradients', 5)).toContain('65,869');
    expect(textOf('update', 5)).toContain(recording.steps[4].lossAfter.toFixed(3));
  });

  it('say who moves outside the batch: nobody in the first step, then those who have had a gradient', () => {
    expect([1, 2, 3, 4].map((step) => movedOutside(numbersOf(recording, step)))).toEqual([0, 5, 10, 15]);
    expect(textOf('update', 1)).toContain('Dots outside the batch stay');
    expect(textOf('update', 2)).toContain('have had a gradient before move too');
  });

  it('say to those who do not see it what the plane shows, differently where it differs', () => {
    const texts = phases.map((phase) => planeText(phase, numbersOf(recording, 5)));
    expect(new Set(texts).size).toBe(4);
    for (const text of texts) expect(text).toMatch(/^20 dots, .*5 of them are the batch/);
  });
});
