import { expect, test } from 'vitest';
import { summarize } from '../../../../src/contract/metrics.ts';
import { summaryTable } from '../../../../training/commands/summary-table.ts';
import { inventedRun } from '../../../support/invented-metrics.ts';

const metrics = summarize(
  [
    ...[1, 2].map((seed) =>
      inventedRun({
        preset: 'lord',
        sigma: 0.3,
        seed,
        metrics: { 'train.loss': 0.05 * seed, 'swap.accuracy': 0.9, 'sampler.gaussian.frechet': 12.34 },
      }),
    ),
    inventedRun({
      preset: 'lord',
      sigma: 10,
      group: 'decay',
      metrics: { 'factorCorrelation.transfer.slant': -0.126 },
    }),
  ],
  [],
);

test('has a row a setting with means over its seeds, a column a metric that any has, and a dash where one has none', () => {
  expect(`\n${summaryTable(metrics)}`).toBe(`
                         seeds  train loss   swap  slant    FD
glo-mnist-lord-decay10       1           –      –  -0.13     –
glo-mnist-lord-sigma0.3      2      0.0750  0.900      –  12.3
`);
});

test('shows one group, or nothing where nothing was measured', () => {
  expect(summaryTable(metrics, 'decay').split('\n')[1]).toMatch(/^glo-mnist-lord-decay10 /);
  expect(summaryTable(metrics, 'decay').split('\n')).toHaveLength(3);
  expect(summaryTable(metrics, 'dims')).toBe('');
});
