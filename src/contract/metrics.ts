/**
 * What is measured on one run or one data set, and the means and spread over seeds that pages show. The trainer writes the metrics of
 * runs; charts, tables and prose read them; nobody types them. Where they are: run-records.ts.
 */
import { z } from 'zod';
import { metricNames, referenceNames, type MetricName, type ReferenceName } from './metric-names.ts';
import { checkpointIdSchema } from './ids.ts';
import { settingSchemas } from './families.ts';
import { parseOrExplain } from './parse.ts';
import { contractVersion, count, datasetName, sha256 } from './parts.ts';
import { meanOf, sampleSd, toSixDigits } from './statistics.ts';

const names = <Name extends string>(record: Readonly<Record<Name, string>>) =>
  z.enum(Object.keys(record) as [Name, ...Name[]]);

/** One metric of one run, and how many images, pictures or codes it is a mean over. */
const measured = z.strictObject({
  value: z.number(),
  n: count,
  /** Of a mean over held-out folds: their sample standard deviation. */
  foldSd: z.number().nonnegative().optional(),
});
const projectionCurve = z.strictObject({
  /** After these many optimization steps … */
  steps: z.array(z.int().nonnegative()),
  /** … the mean over images of the loss of each image's best start. */
  known: z.array(z.number().nonnegative()),
  unknown: z.array(z.number().nonnegative()),
  /** Share of images whose best class, so far, is their own. */
  accuracy: z.array(z.number().min(0).max(1)),
});

/** What was measured on a run, beside what its family tells runs apart by. */
const runFields = {
  contractVersion: z.literal(contractVersion),
  id: checkpointIdSchema,
  title: z.string().min(1),
  /** Whether the folder beside this file holds the whole checkpoint. */
  shipped: z.boolean(),
  metrics: z.partialRecord(names(metricNames), measured),
  /** Where images were projected; the curves of training are in `history.json`. */
  projection: projectionCurve.optional(),
  provenance: z.strictObject({
    command: z.string().min(1),
    /** Of the code that trained, as in the manifest. */
    codeVersion: z.string(),
    /** Of the code that measured. */
    evaluationVersion: z.string(),
  }),
};
export const runMetricsSchemas = settingSchemas.map((setting) => setting.extend(runFields));
const runMetricsSchema = z.discriminatedUnion('family', [
  runMetricsSchemas[0],
  ...runMetricsSchemas.slice(1),
]);

/** `metrics.json` in the folder of a reference: baselines and marks of one data set. */
const referenceMetricsSchema = z.strictObject({
  contractVersion: z.literal(contractVersion),
  id: checkpointIdSchema,
  dataset: datasetName,
  metrics: z.partialRecord(names(referenceNames), measured),
  provenance: z.strictObject({
    command: z.string().min(1),
    evaluationVersion: z.string(),
    /** SHA-256 of the evaluation classifier's weights. */
    evaluationClassifier: sha256,
  }),
});

export type RunMetrics = z.infer<typeof runMetricsSchema>;
export type ReferenceMetrics = z.infer<typeof referenceMetricsSchema>;

/** A metric over seeds. */
export interface Spread {
  readonly mean: number;
  /** The sample standard deviation, null for one seed. */
  readonly sd: number | null;
  readonly seeds: number;
  readonly n: number;
  /** Spread over the folds of one run: the root mean square of its runs'. */
  readonly foldSd?: number;
}

/** The runs that differ in their seed alone. */
export interface Setting extends Omit<
  RunMetrics,
  'contractVersion' | 'training' | 'metrics' | 'projection' | 'provenance'
> {
  /** `id`: of the run with the first seed. */
  readonly training: Omit<RunMetrics['training'], 'seed'>;
  readonly seeds: readonly number[];
  /** Trains and measures every run of this setting. */
  readonly command: string;
  readonly metrics: Readonly<Partial<Record<MetricName, Spread>>>;
}

export interface Metrics {
  readonly references: readonly Pick<ReferenceMetrics, 'dataset' | 'metrics'>[];
  readonly settings: readonly Setting[];
}

/** What an instrument gives: the metrics it measured, by name. */
export type MetricValues = Partial<Record<MetricName, z.infer<typeof measured>>>;
export type ReferenceValues = Partial<Record<ReferenceName, z.infer<typeof measured>>>;

export const parseRunMetrics = (value: unknown, where: string): RunMetrics =>
  parseOrExplain(runMetricsSchema, value, where);
export const parseReferenceMetrics = (value: unknown, where: string): ReferenceMetrics =>
  parseOrExplain(referenceMetricsSchema, value, where);

/** Runs → one setting each, with mean and sample standard deviation over its seeds. */
export function summarize(runs: readonly RunMetrics[], references: readonly ReferenceMetrics[]): Metrics {
  const bySetting = new Map<string, RunMetrics[]>();
  const sorted = [...runs].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const run of sorted) {
    const { title, family, group, dataset, model, training } = run;
    const key = JSON.stringify({
      family,
      title: unseeded(title),
      group,
      dataset,
      model,
      training: { ...training, seed: 0 },
    });
    bySetting.set(key, [...(bySetting.get(key) ?? []), run]);
  }
  return {
    references: [...references]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ dataset, metrics }) => ({ dataset, metrics })),
    settings: Array.from(bySetting.values(), (same) => {
      const ordered = [...same].sort((a, b) => a.training.seed - b.training.seed);
      const [first] = ordered;
      const { seed: _, ...training } = first.training;
      return {
        id: first.id,
        family: first.family,
        title: unseeded(first.title),
        group: first.group,
        dataset: first.dataset,
        model: first.model,
        training,
        shipped: first.shipped,
        seeds: ordered.map((run) => run.training.seed),
        command: `npm run train -- ${ordered.map(({ id }) => id).join(' ')}`,
        metrics: spreads(ordered),
      };
    }),
  };
}

/** The title of a run names its seed when it is not the first. */
const unseeded = (title: string): string => title.replace(/, seed \d+$/, '');

function spreads(runs: readonly RunMetrics[]): Metrics['settings'][number]['metrics'] {
  return Object.fromEntries(
    (Object.keys(metricNames) as MetricName[]).flatMap((name) => {
      // What is slow is measured on some seeds only; `seeds` says on how many.
      const metrics = runs.map((run) => run.metrics[name]).filter((metric) => metric !== undefined);
      if (metrics.length === 0) return [];
      const values = metrics.map(({ value }) => value);
      const foldSds = metrics.map(({ foldSd }) => foldSd).filter((sd) => sd !== undefined);
      return [
        [
          name,
          {
            mean: toSixDigits(meanOf(values)),
            sd: values.length > 1 ? toSixDigits(sampleSd(values)) : null,
            seeds: values.length,
            n: metrics[0].n,
            ...(foldSds.length > 0 && {
              foldSd: toSixDigits(Math.hypot(...foldSds) / Math.sqrt(foldSds.length)),
            }),
          },
        ],
      ];
    }),
  );
}

/** Every number of the metrics as the files hold it. */
export const roundValues = <Names extends MetricValues | ReferenceValues>(metrics: Names): Names =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, { value, n, foldSd }]) => [
      name,
      { value: toSixDigits(value), n, ...(foldSd !== undefined && { foldSd: toSixDigits(foldSd) }) },
    ]),
  ) as Names;
