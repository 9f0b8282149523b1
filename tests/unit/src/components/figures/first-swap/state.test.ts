import { describe, expect, it } from 'vitest';
import {
  filmOptions,
  frameAt,
  nextHand,
  numFrames,
} from '../../../../../../src/components/figures/first-swap/state.ts';

describe('the film of a swap', () => {
  const film = filmOptions({ hand: 3, digit: 6 }, [100, 101, 102, 103]);

  it('keeps the content of the image and goes from its own class to the other', () => {
    expect(film.images).toEqual([103, 103]);
    expect(film.contentSteps).toEqual([0]);
    expect(film.classes).toEqual([3, 6]);
    expect(film.classSteps).toHaveLength(numFrames);
    expect([film.classSteps[0], film.classSteps.at(-1)]).toEqual([0, 1]);
  });

  it('shows every frame in order, begins at once and stays at its end', () => {
    const frames = Array.from({ length: 200 }, (_, i) => frameAt(i * 10));
    expect(frames[0]).toBe(0);
    expect(frames.at(-1)).toBe(numFrames - 1);
    expect(new Set(frames).size).toBe(numFrames);
    expect(frames).toEqual(frames.toSorted((a, b) => a - b));
    expect(frameAt(-50)).toBe(0);
    expect(frameAt(1e6)).toBe(numFrames - 1);
  });
});

describe('another hand', () => {
  it('is the next one, round the end', () => {
    expect(nextHand({ hand: 3, digit: 6 }, 10)).toBe(4);
    expect(nextHand({ hand: 9, digit: 6 }, 10)).toBe(0);
  });

  it('is never the digit that is written: that would be no swap', () => {
    expect(nextHand({ hand: 5, digit: 6 }, 10)).toBe(7);
    expect(nextHand({ hand: 9, digit: 0 }, 10)).toBe(1);
  });
});
