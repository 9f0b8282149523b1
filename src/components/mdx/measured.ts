/** One measured number, read and written for a reader. Used while the site is built, never in the page. */
import type { MetricName, ReferenceName } from '../../contract/metric-names.ts';
import type { Spread } from '../../contract/metrics.ts';
import { formatNumber, formatWithSpread, type NumberFormat } from '../layout/number-text.ts';
import {
  findSetting,
  metricOf,
  readAllMetrics,
  referenceOf,
  type AllMetrics,
  type AnySetting,
} from '../build/metrics.ts';

/** A metric of a setting, or a mark of a data set. */
export type MeasuredName =
  | { readonly setting: string; readonly metric: MetricName; readonly reference?: never }
  | {
      readonly reference: ReferenceName;
      readonly dataset?: AnySetting['dataset']['name'];
      readonly setting?: never;
    };

export interface SpreadFormat extends NumberFormat {
  /** "mean ± standard deviation": over seeds, where there are several; or over the folds of one run, where it has them. */
  readonly spread?: boolean | 'folds';
}

/** A reference has no seeds, and no spread over them. @throws Error when setting, metric or reference are not there. */
export function readSpread(
  name: MeasuredName,
  metrics: AllMetrics = readAllMetrics(),
): Pick<Spread, 'mean' | 'sd' | 'foldSd'> {
  return name.setting === undefined
    ? { mean: referenceOf(name.reference, name.dataset, metrics), sd: null }
    : metricOf(findSetting(name.setting, metrics), name.metric);
}

export function formatSpread(
  { mean, sd, foldSd }: Pick<Spread, 'mean' | 'sd' | 'foldSd'>,
  format: SpreadFormat,
): string {
  const { spread = false } = format;
  if (spread === false) return formatNumber(mean, format);
  const shown = spread === 'folds' ? foldSd : sd;
  if (shown === undefined) throw new Error('This metric is no mean over folds: it has no spread over them.');
  return formatWithSpread(mean, shown, format);
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three seeds", "one seed": how many each of these settings was measured over. @throws Error when they differ. */
export function seedsInWords(settings: readonly Pick<AnySetting, 'id' | 'seeds'>[]): string {
  const counts = [...new Set(settings.map(({ seeds }) => seeds.length))];
  const [count] = counts;
  if (counts.length !== 1) {
    throw new Error(
      `These settings differ in how many seeds they have: ${settings.map(({ id, seeds }) => `${id} ${seeds.length}`).join(', ')}.`,
    );
  }
  return `${words[count] ?? String(count)} seed${count === 1 ? '' : 's'}`;
}
