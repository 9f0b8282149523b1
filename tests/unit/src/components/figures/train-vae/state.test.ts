import { describe, expect, it } from 'vitest';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { codePlane, ringRadius } from '../../../../../../src/components/figures/train-vae/plane.ts';
import {
  areOtherSettings,
  settingsOf,
  trainVaeFields,
  weights,
  weightText,
} from '../../../../../../src/components/figures/train-vae/state.ts';

const mnist = { originalsUrl: '/', columns: 10, imagesPerSheet: 20, labels: '' };
const fields = trainVaeFields({ mnist });

describe('the settings of a VAE', () => {
  it('go through a link whole', () => {
    const text = 'data:mnist,code:10,weight:0.25,seed:7,pace:slow';
    expect(formatState(fields, parseState(fields, text))).toBe(text);
  });

  it('fall back to strokes where the build has no MNIST, and to the weight of the chapter', () => {
    const state = parseState(trainVaeFields({ mnist: undefined }), 'data:mnist,weight:3');
    expect(settingsOf(state)).toEqual({ data: 'strokes', codeDim: 2, divergenceWeight: 1, seed: 1 });
  });

  it('are other ones when anything but the weight and the pace changed', () => {
    const settings = (text: string) => settingsOf(parseState(fields, text));
    expect(areOtherSettings(settings(''), settings('weight:4,pace:slow'))).toBe(false);
    for (const text of ['seed:2', 'code:10', 'data:mnist'])
      expect(areOtherSettings(settings(''), settings(text))).toBe(true);
  });

  it('have a text for each weight', () => {
    expect(weights.map(weightText)).toEqual(['0', '¼', '1', '4']);
  });
});

describe('the plane of the codes', () => {
  it('has the origin in its middle, and a ring of two standard deviations', () => {
    const plane = codePlane([3, 1, 1, 3, 1, 1]);
    expect(plane).toEqual({ points: [25, 0, 0, 25], extent: 4 });
    expect(ringRadius(plane)).toBe(25);
  });

  it('reaches further in doublings, and the ring shrinks', () => {
    const plane = codePlane([20, 0, 0, 0]);
    expect(plane.extent).toBe(32);
    expect(plane.points).toEqual([31.25, 0]);
    expect(ringRadius(plane)).toBe(3.125);
  });

  it('leaves the few codes that lie far out at its edge', () => {
    const near = Array.from({ length: 200 }, () => [1, -1]).flat();
    const { points, extent } = codePlane([...near, 1000, -1000, 0, 0]);
    expect(extent).toBe(4);
    expect(points.slice(-2)).toEqual([49, -49]);
  });
});
