/** How the Inception Score of a run goes with what one could watch instead while it learns. For .astro files and tests. */
import { correlation } from '../../../numerics/correlation.ts';
import type { GanHistory } from '../../../contract/families/gan.ts';
import { meanOf } from '../../../contract/statistics.ts';
import type { GanSetting } from '../../build/gan-series.ts';
import { readHistoryOf } from '../../build/metrics.ts';

/** One number an epoch. */
const curves = {
  generatorLoss: ({ generatorLoss }: GanHistory) => generatorLoss,
  /** Mean score of training images minus that of pictures: what a critic estimates. */
  estimate: ({ real, fake }: GanHistory) => real.map((score, epoch) => score - fake[epoch]),
} as const;
export type Criterion = keyof typeof curves;

/** Of each seed. */
export const runIdsOf = ({ id, seeds }: GanSetting): readonly string[] =>
  seeds.map((seed) => (seed === 1 ? id : `${id}-seed${seed}`));

/** Correlation with the Inception Score over the epochs of each run of a setting. */
export const correlationsWithScore = (setting: GanSetting, criterion: Criterion): readonly number[] =>
  runIdsOf(setting).map((id) => {
    const history = readHistoryOf('gan', id);
    return correlation(curves[criterion](history), history.inception);
  });

export const meanCorrelation = (setting: GanSetting, criterion: Criterion): number =>
  meanOf(correlationsWithScore(setting, criterion));
