import { describe, expect, it } from 'vitest';
import { fitWithin } from '../../../../../../src/components/figures/alone/fit-to-window.ts';

describe('A figure shown in a window', () => {
  it('is as large as it can be where it fits at every size', () => {
    expect(fitWithin(700, () => 100)).toEqual({ zoom: 3, width: 1 });
  });

  it('is as large as its height allows, and as wide as that allows', () => {
    // Text: its height grows with the zoom; pictures: with the width.
    const heightAt = ({ zoom, width }: { zoom: number; width: number }): number => 100 * zoom + 500 * width;
    expect(fitWithin(700, heightAt)).toEqual({ zoom: 3, width: 0.8 });
    expect(fitWithin(420, heightAt)).toEqual({ zoom: 1.5, width: 0.5 });
  });

  it('keeps its size where it fits at none', () => {
    expect(fitWithin(700, () => 5000)).toEqual({ zoom: 1, width: 1 });
  });
});
