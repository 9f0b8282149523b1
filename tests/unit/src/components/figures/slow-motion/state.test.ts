/** Moments of the run: how they follow each other, and how they go through a link. */
import { describe, expect, it } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { readRecording } from '../../../../../../src/components/figures/slow-motion/facts.ts';
import {
  firstMoment,
  isLast,
  move,
  noisyCopies,
  numbersOf,
  reached,
  slowMotionFields,
  type Moment,
} from '../../../../../../src/components/figures/slow-motion/state.ts';
import { phases } from '../../../../../../src/components/mdx/running-lines.ts';

const numSteps = 80;
const fields = slowMotionFields(numSteps);

describe('the state', () => {
  it('starts as the first frame, and goes through a link whole', () => {
    expect(parseState(fields, '')).toEqual({ ...firstMoment, by: 'phases' });
    const text = 'step:3,phase:noise,by:steps';
    expect(formatState(fields, parseState(fields, text))).toBe(text);
    expect(parseState(fields, 'step:81,phase:nap,by:hand')).toEqual(parseState(fields, ''));
    expect(parseState(fields, 'step:0').step).toBe(firstMoment.step);
  });
});

describe('going on', () => {
  it('by phases goes through a step and on to the next, and back the same way', () => {
    const seen: Moment[] = [{ step: 1, phase: 'batch' }];
    while (!isLast(seen[seen.length - 1], 2)) seen.push(move(seen[seen.length - 1], 'phases', 1, 2));
    expect(seen.map(({ step, phase }) => `${step} ${phase}`)).toEqual(
      [1, 2].flatMap((step) => phases.map((phase) => `${step} ${phase}`)),
    );
    for (let i = seen.length - 1; i > 0; i--) expect(move(seen[i], 'phases', -1, 2)).toEqual(seen[i - 1]);
  });

  it('by steps ends the step that it is in first, then shows what each step leaves', () => {
    expect(move({ step: 5, phase: 'noise' }, 'steps', 1, numSteps)).toEqual({ step: 5, phase: 'update' });
    expect(move({ step: 5, phase: 'update' }, 'steps', 1, numSteps)).toEqual({ step: 6, phase: 'update' });
    expect(move({ step: 5, phase: 'noise' }, 'steps', -1, numSteps)).toEqual({ step: 4, phase: 'update' });
  });

  it('stays at both ends', () => {
    const [first, last]: Moment[] = [
      { step: 1, phase: 'batch' },
      { step: numSteps, phase: 'update' },
    ];
    expect(move(first, 'phases', -1, numSteps)).toEqual(first);
    expect(move(last, 'phases', 1, numSteps)).toEqual(last);
    expect(move(last, 'steps', 1, numSteps)).toEqual(last);
    expect(isLast(last, numSteps)).toBe(true);
    expect(isLast(first, numSteps)).toBe(false);
  });

  it('knows what has been reached', () => {
    expect(reached('compare', 'noise')).toBe(true);
    expect(reached('noise', 'noise')).toBe(true);
    expect(reached('codes', 'noise')).toBe(false);
  });
});

describe('the numbers of a step', () => {
  const recording = readRecording();

  it('lie between two tables, without pictures', () => {
    const numbers = numbersOf(recording, 7);
    expect(numbers.contents).toBe(recording.contents[6]);
    expect(numbers.contentsAfter).toBe(recording.contents[7]);
    expect(numbers.classesAfter).toBe(recording.classes[7]);
    expect(numbers).not.toHaveProperty('drawn');
  });

  it('put the noise on copies of the batch’s rows', () => {
    const numbers = numbersOf(recording, 7);
    noisyCopies(numbers).forEach((copy, slot) => {
      const row = numbers.contents[numbers.images[slot]];
      expect(copy[0] - row[0]).toBeCloseTo(numbers.noise[slot][0], 10);
      expect(copy[1] - row[1]).toBeCloseTo(numbers.noise[slot][1], 10);
    });
  });
});
