import { describe, expect, it } from 'vitest';
import { textOfImage } from '../../../../../../src/components/figures/draw/image-text.ts';
import {
  blank,
  drawFields,
  drawnInk,
  drawnName,
  encodersOf,
  givenDigit,
  givenName,
  isFirstFrame,
} from '../../../../../../src/components/figures/draw/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';

const checkpoints = (['exercise', 'lord', 'styled'] as const).flatMap((preset) =>
  [0, 0.1, 0.3, 1].map((contentNoiseStd) => ({
    id: `glo-mnist-${preset}-sigma${contentNoiseStd}`,
    preset,
    contentNoiseStd,
  })),
);
const vaes = [2, 10].map((codeDim) => ({ id: `vae-mnist-dense-k${codeDim}`, codeDim }));
const fields = drawFields({ checkpoints, vaes });
const ink = Float32Array.from({ length: 784 }, (_, i) => (i % 31 === 0 ? 1 : 0));

describe('the state of the figure', () => {
  it('begins with the picture of its first frame', () => {
    expect(parseState(fields, '')).toEqual({
      preset: 'lord',
      sigma: 0.3,
      start: 'nearest',
      seed: 0,
      image: givenName(7),
      pace: 'fluent',
      vae: 0,
    });
  });

  it('goes whole through a link, with what was drawn', () => {
    const state = {
      preset: 'styled',
      sigma: 0.1,
      start: 'encoders',
      seed: 12,
      image: drawnName(textOfImage(ink)),
      pace: 'slow',
      vae: 10,
    } as const;
    expect(parseState(fields, formatState(fields, state))).toEqual(state);
    expect(drawnInk(state.image)).toEqual(ink);
  });

  it('shows its first frame until something else is asked for than another speed', () => {
    const state = parseState(fields, '');
    expect(isFirstFrame(state, fields)).toBe(true);
    expect(isFirstFrame({ ...state, pace: 'fast' }, fields)).toBe(true);
    expect(isFirstFrame({ ...state, seed: 1 }, fields)).toBe(false);
    expect(isFirstFrame({ ...state, image: blank }, fields)).toBe(false);
  });

  it('knows a given picture, a drawn one and none', () => {
    expect(givenDigit(givenName(3))).toBe(3);
    expect(givenDigit(blank)).toBeUndefined();
    expect(drawnInk(blank)).toBeUndefined();
    expect(drawnInk(givenName(3))).toBeUndefined();
  });

  it.each(['given', 'given77', 'd', 'd00', 'cat'])('takes %j for its first picture', (image) => {
    expect(parseState(fields, `image:${image}`).image).toBe(givenName(7));
  });

  it('finds the encoders of a model that has some', () => {
    const encoders = [{ id: 'amortized-mnist-lord-sigma0.3-frozen', preset: 'lord', sigma: 0.3 }] as const;
    expect(encodersOf({ encoders }, { preset: 'lord', sigma: 0.3 })).toBe(encoders[0].id);
    expect(encodersOf({ encoders }, { preset: 'lord', sigma: 0 })).toBeUndefined();
  });
});
