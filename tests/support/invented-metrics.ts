/** Metrics of runs that never were, for tests of whatever reads metrics. Nothing of the site may import this. */
import type { MetricName } from '../../src/contract/metric-names.ts';
import type { TrainingConfig } from '../../src/contract/families/glo.ts';
import { contractVersion } from '../../src/contract/parts.ts';
import {
  parseRunMetrics,
  summarize,
  type Metrics,
  type RunMetricsOf,
  type SettingOf,
} from '../../src/contract/metrics.ts';
import { exerciseTraining } from './training-config.ts';

interface InventedRun {
  readonly preset: TrainingConfig['preset'];
  readonly sigma: number;
  readonly seed?: number;
  readonly metrics: Partial<Record<MetricName, number>>;
  readonly group?: RunMetricsOf<'glo'>['group'];
  readonly shipped?: boolean;
}

export function inventedRun({
  preset,
  sigma,
  seed = 1,
  metrics,
  group = 'sigma',
  shipped = seed === 1,
}: InventedRun): RunMetricsOf<'glo'> {
  const setting = `glo-mnist-${preset}-${group}${sigma}`;
  const id = seed === 1 ? setting : `${setting}-seed${seed}`;
  return parseRunMetrics(
    {
      contractVersion,
      id,
      title: `${preset}, σ = ${sigma}${seed === 1 ? '' : `, seed ${seed}`}`,
      family: 'glo',
      group,
      dataset: { name: 'mnist', numTrainingImages: 2000 },
      model: { classDim: 25, contentDim: 25 },
      training: { ...exerciseTraining, preset, seed, numEpochs: 50, contentNoiseStd: sigma },
      shipped,
      metrics: Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, { value, n: 2000 }])),
      provenance: {
        command: `npm run train -- ${id}`,
        codeVersion: 'invented',
        evaluationVersion: 'invented',
      },
    },
    `the invented run ${id}`,
  ) as RunMetricsOf<'glo'>;
}

/** Two recipes at three σ, three seeds each; the last metric in steps that one can check by hand. */
export function inventedMetrics(): Metrics<SettingOf<'glo'>> {
  const runs = (['exercise', 'lord'] as const).flatMap((preset, r) =>
    [0, 0.3, 5].flatMap((sigma, s) =>
      [1, 2, 3].map((seed) =>
        inventedRun({
          preset,
          sigma,
          seed,
          metrics: { 'reconstruction.l1': 0.1 * (s + 1) + 0.01 * (seed - 2), 'swap.accuracy': 0.8 + 0.1 * r },
        }),
      ),
    ),
  );
  const other = inventedRun({ preset: 'lord', sigma: 1, group: 'losses', metrics: { diversity: 0.1 } });
  const reference = {
    contractVersion,
    id: 'reference-mnist-first2000',
    dataset: 'mnist',
    metrics: { 'baseline.class-only.loss': { value: 0.159, n: 2000 } },
    provenance: { command: 'npm test', evaluationVersion: 'invented', evaluationClassifier: '0'.repeat(64) },
  } as const;
  return summarize([...runs, other], [reference]);
}
