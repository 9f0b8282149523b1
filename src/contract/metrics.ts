/**
 * What is measured on one run or one data set, and the means and spread over seeds that pages show. The trainer writes the metrics of
 * runs; charts, tables and prose read them; nobody types them. Where they are: run-records.ts.
 */
import { z } from './schema.ts';
import { metricNames, referenceNames, type MetricName, type ReferenceName } from './metric-names.ts';
import { checkpointIdSchema } from './checkpoint-id.ts';
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
  /** Where there are encoders: the mean loss of one start an image, at the codes that they give. */
  refined: z.array(z.number().nonnegative()).optional(),
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
export const runMetricsSchemas = settingSchemas.map((setting) =>
  z.strictObject({ ...setting.shape, ...runFields }),
);
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

/** What the runs of one family, or of any, are told apart by, and what was measured on one. */
export type RunMetrics = z.infer<(typeof settingSchemas)[number]> & z.infer<z.ZodObject<typeof runFields>>;
export type MeasuredFamily = RunMetrics['family'];
export type RunMetricsOf<Name extends MeasuredFamily> = Extract<RunMetrics, { readonly family: Name }>;
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
interface AnySetting {
  readonly seeds: readonly number[];
  /** Trains and measures every run of this setting. */
  readonly command: string;
  readonly metrics: Readonly<Partial<Record<MetricName, Spread>>>;
}
type SettingFrom<Run extends RunMetrics> = Run extends RunMetrics
  ? Omit<Run, 'contractVersion' | 'training' | 'metrics' | 'projection' | 'provenance'> &
      AnySetting & {
        /** `id`: of the run with the first seed. */
        readonly training: Omit<Run['training'], 'seed'>;
      }
  : never;
export type Setting = SettingFrom<RunMetrics>;
export type SettingOf<Name extends MeasuredFamily> = Extract<Setting, { readonly family: Name }>;

/** Of all families, or of one. */
export interface Metrics<Of extends Setting = Setting> {
  readonly references: readonly Pick<ReferenceMetrics, 'dataset' | 'metrics'>[];
  readonly settings: readonly Of[];
}

/** What an instrument gives: the metrics it measured, by name. */
export type MetricValues = Partial<Record<MetricName, z.infer<typeof measured>>>;
export type ReferenceValues = Partial<Record<ReferenceName, z.infer<typeof measured>>>;

export const parseRunMetrics = (value: unknown, where: string): RunMetrics =>
  parseOrExplain(runMetricsSchema, value, where);
export const parseReferenceMetrics = (value: unknown, where: string): ReferenceMetrics =>
  parseOrExplain(referenceMetricsSchema, value, where);

/** Runs → one setting each, with mean and sample standard deviation over its seeds. */
export function summarize<Run extends RunMetrics>(
  runs: readonly Run[],
  references: readonly ReferenceMetrics[],
): Metrics<SettingFrom<Run>> {
  const bySetting = new Map<string, Run[]>();
  const sorted = [...runs].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const run of sorted) {
    const key = JSON.stringify({
      ...settingOfRun(run),
      title: unseeded(run.title),
      training: { ...run.training, seed: 0 },
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
        ...settingOfRun(first),
        title: unseeded(first.title),
        training,
        shipped: first.shipped,
        seeds: ordered.map((run) => run.training.seed),
        command: `npm run train -- ${ordered.map(({ id }) => id).join(' ')}`,
        metrics: spreads(ordered),
      } as unknown as SettingFrom<Run>;
    }),
  };
}

/** What a run is told apart by, its settings of `settingSchemas`, without what was measured on it. */
export const settingOfRun = (run: RunMetrics): object =>
  Object.fromEntries(Object.entries(run).filter(([name]) => !Object.hasOwn(runFields, name)));

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
