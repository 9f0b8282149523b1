import { expect, test } from 'vitest';
import { cloudCodes, cloudFields, numDraws } from '../../../../../../src/components/figures/cloud/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import type { Checkpoint } from '../../../../../../src/engine/api.ts';

const checkpoint = {
  manifest: { model: { classDim: 2, contentDim: 500 }, dataset: { labels: '10' } },
  contentCodes: Float32Array.from({ length: 1000 }, (_, i) => (i < 500 ? 5 : -7)),
  classCodes: Float32Array.of(1, 2, 3, 4),
} as unknown as Checkpoint<'glo'>;

const fields = cloudFields({
  levels: [0, 0.3].map((sigma) => ({ sigma, models: [] })),
  initial: { sigma: 0.3, noise: 0.6, image: 1, seed: 0 },
  labels: '10',
});

test('its whole state goes through a link', () => {
  const text = 'sigma:0,noise:1.25,image:0,seed:3';
  expect(formatState(fields, parseState(fields, text))).toBe(text);
  expect(parseState(fields, 'sigma:2,noise:9,image:2')).toEqual(parseState(fields, ''));
});

test('without noise all codes are the code of the image, in its own class', () => {
  const { count, contentCodes, classCodes } = cloudCodes(checkpoint, { image: 0, noise: 0, seed: 0 });
  expect(count).toBe(numDraws);
  expect(new Set(contentCodes)).toEqual(new Set([5]));
  expect([...classCodes.slice(0, 4)]).toEqual([3, 4, 3, 4]);
});

test('noise has the spread asked for, the same directions at every spread, and others with another seed', () => {
  const draw = (noise: number, seed = 0) => cloudCodes(checkpoint, { image: 1, noise, seed }).contentCodes;
  const [small, large] = [draw(0.5), draw(2)];
  const variance = small.reduce((sum, value) => sum + (value + 7) ** 2, 0) / small.length;
  expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1);
  small.forEach((value, i) => expect(4 * (value + 7)).toBeCloseTo(large[i] + 7, 4));
  expect(draw(0.5)).toEqual(small);
  expect(draw(0.5, 1)).not.toEqual(small);
});
