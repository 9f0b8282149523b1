import { describe, expect, it } from 'vitest';
import { clockText, placeIn } from '../../../../../../src/components/figures/talk/slides.ts';

describe('A talk', () => {
  it('begins at the slide that the address asks for, or at the nearest that there is', () => {
    expect(['3', '0', '-2', '99', 'x', '', null].map((asked) => placeIn(14, asked))).toEqual([
      2, 0, 0, 13, 0, 0, 0,
    ]);
  });

  it('says where it is, how long it has gone on, and when this slide should end', () => {
    expect(clockText(461.7, [3, 4, 4, 3], 2)).toBe('Slide 3 of 4 · 07:41 · planned until 11:00');
  });
});
