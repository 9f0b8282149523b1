/** In what two runs differ: settings, and everything that was measured on both. Pure. */
import { metricNames, type MetricName } from '../../src/contract/metric-names.ts';
import { settingOfRun, type RunMetrics, type Spread } from '../../src/contract/metrics.ts';
import { settingLeaves } from '../../src/contract/setting-leaves.ts';
import type { ComparedRun } from './compared-run.ts';

export interface SettingDifference {
  /** Path in the run's settings, such as `training.contentNoiseStd`. */
  readonly name: string;
  /** Of either run, as JSON; `–` where a run has no such setting. */
  readonly values: readonly [string, string];
}

export interface MetricDifference {
  readonly name: MetricName;
  /** What it says, from the vocabulary of metrics. */
  readonly meaning: string;
  /** Undefined where it was not measured. */
  readonly spreads: readonly [Spread | undefined, Spread | undefined];
  /** Second mean − first mean. */
  readonly difference: number | undefined;
  /** Whether the means are further apart than both standard deviations together; undefined where either is of one seed. */
  readonly isApart: boolean | undefined;
}

export interface Differences {
  readonly settings: readonly SettingDifference[];
  readonly metrics: readonly MetricDifference[];
  /** Whether the code that trained them, or that measured them, was the same. */
  readonly sameTraining: boolean;
  readonly sameMeasuring: boolean;
}

type Compared = Pick<ComparedRun, 'run' | 'metrics'>;

export function differencesOf(first: Compared, second: Compared): Differences {
  const same = (key: 'codeVersion' | 'evaluationVersion'): boolean =>
    first.run.provenance[key] === second.run.provenance[key];
  return {
    settings: settingDifferences(first.run, second.run),
    metrics: metricDifferences(first.metrics, second.metrics),
    sameTraining: same('codeVersion'),
    sameMeasuring: same('evaluationVersion'),
  };
}

function settingDifferences(first: RunMetrics, second: RunMetrics): SettingDifference[] {
  const [a, b] = [first, second].map((run) => new Map(settingLeaves(settingOfRun(run))));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const values = [a.get(name) ?? '–', b.get(name) ?? '–'] as const;
    return values[0] === values[1] ? [] : [{ name, values }];
  });
}

function metricDifferences(a: ComparedRun['metrics'], b: ComparedRun['metrics']): MetricDifference[] {
  return (Object.entries(metricNames) as [MetricName, string][]).flatMap(([name, meaning]) => {
    const spreads = [a[name], b[name]] as const;
    const [first, second] = spreads;
    if (!first && !second) return [];
    const difference = first && second ? second.mean - first.mean : undefined;
    const sds = [first?.sd ?? null, second?.sd ?? null];
    const isApart =
      difference === undefined || sds[0] === null || sds[1] === null
        ? undefined
        : Math.abs(difference) > sds[0] + sds[1];
    return [{ name, meaning, spreads, difference, isApart }];
  });
}
