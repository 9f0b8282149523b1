/** Which settings the charts beyond noise show, and in which order, on invented metrics. */
import { expect, test } from 'vitest';
import { seriesOver } from '../../../../../../src/components/charts/from-metrics.ts';
import { meetsAim } from '../../../../../../src/components/figures/beyond/aims.ts';
import { guidedRows, variantRows } from '../../../../../../src/components/figures/beyond/guided-rows.ts';
import { contentDimOf, groupWithBase } from '../../../../../../src/components/figures/beyond/series.ts';
import { whiteningRows } from '../../../../../../src/components/figures/beyond/whitening-rows.ts';
import type { RunMetrics } from '../../../../../../src/components/build/metrics.ts';
import { summarize } from '../../../../../../src/contract/metrics.ts';
import { inventedRun } from '../../../../../support/invented-metrics.ts';

const measures = {
  'reconstruction.l1': 0.02,
  'swap.accuracy': 0.9,
  'sampler.gaussian.frechet': 10,
};

/** A run of lord at σ 0.3 with changes. */
function run(
  group: RunMetrics['group'],
  training: Partial<RunMetrics['training']> = {},
  { contentDim = 25, fd = 10, name = '' } = {},
): RunMetrics {
  const metrics = { ...measures, 'sampler.gaussian.frechet': fd };
  const base = inventedRun({ preset: 'lord', sigma: 0.3, metrics, group, shipped: group === 'sigma' });
  return {
    ...base,
    id: `glo-mnist-${name}`,
    title: name,
    model: { classDim: 25, contentDim },
    training: { ...base.training, ...training },
  };
}
const guidance = (weight: number, fromEpoch = 10) => ({
  guidance: { weight, fromEpoch, auxiliaryClassifier: 'classifier-mnist-critic', style: null },
});

const metrics = summarize(
  [
    run('sigma', {}, { name: 'plain' }),
    run('dims', {}, { contentDim: 8, name: 'dims8' }),
    run('dims', {}, { contentDim: 64, name: 'dims64' }),
    run('guided', guidance(0.05), { fd: 4, name: 'strong' }),
    run('guided', guidance(0.02), { fd: 5, name: 'weak' }),
    run('guided', guidance(0.02, 1), { name: 'early' }),
    run('guided', { ...guidance(0.02), contentDecay: 1e-4 }, { name: 'decayed' }),
    run('whitening', { contentWhitening: 'aligned' }, { name: 'aligned' }),
    run('whitening', { contentWhitening: 'per-class' }, { name: 'whitened' }),
    run('whitening', { contentWhitening: 'per-class' }, { contentDim: 8, name: 'whitened8' }),
  ],
  [],
);
const textsOf = (rows: readonly { readonly says: string }[]) => rows.map(({ says }) => says);
const settingOf = (id: string) => {
  const found = metrics.settings.find((each) => each.id === `glo-mnist-${id}`);
  if (!found) throw new Error(id);
  return found;
};

test('a group comes with the run of the noise sweep that belongs among it, in the order of what varies', () => {
  const dims = groupWithBase('dims', 0.3, metrics);
  const { data } = seriesOver(dims, 'swap.accuracy', contentDimOf, { id: 'a', label: 'a', tone: 'ink' });
  expect(data.map(({ x }) => x)).toEqual([8, 25, 64]);
});

test('the auxiliary classifier rises in λ from noise alone, variants apart', () => {
  expect(textsOf(guidedRows(metrics))).toEqual(['noise alone', 'λ = 0.02', 'λ = 0.05']);
  expect(textsOf(variantRows(metrics))).toEqual([
    'λ = 0.02',
    'λ = 0.02, with decay',
    'λ = 0.02, from epoch 1 on',
  ]);
});

test('plain, whitened and aligned stand in blocks of one size', () => {
  expect(textsOf(whiteningRows(metrics))).toEqual([
    'plain',
    'whitened',
    'aligned',
    'plain, 8 dimensions',
    'whitened, 8 dimensions',
  ]);
});

test('aims hold for the value, and for FD beside noise alone at the same σ', () => {
  expect(meetsAim(settingOf('strong'), 'sampler.gaussian.frechet', metrics)).toBe(true);
  expect(meetsAim(settingOf('weak'), 'sampler.gaussian.frechet', metrics)).toBe(false);
  expect(meetsAim(settingOf('strong'), 'reconstruction.l1', metrics)).toBe(true);
  expect(meetsAim(settingOf('strong'), 'swap.accuracy', metrics)).toBe(false);
});
