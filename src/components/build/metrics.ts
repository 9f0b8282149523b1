/**
 * What was measured, read while the site is built: means over seeds, the metrics of one run, the baselines of a data set, and the curves of
 * a training run. Of GLO, which most chapters are about, where no other family is named. For .astro files and build-time code, not for
 * islands.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { DatasetName } from '../../contract/datasets.ts';
import {
  presetNames,
  toggledGroups,
  type GroupName,
  type TrainingConfig,
} from '../../contract/families/glo.ts';
import { parseHistoryOf, type HistoryOf } from '../../contract/history.ts';
import { checkpointFiles, modelsFolder, runRecordsFile } from '../../contract/ids.ts';
import type { MetricName, ReferenceName } from '../../contract/metric-names.ts';
import {
  parseReferenceMetrics,
  parseRunMetrics,
  summarize,
  type MeasuredFamily,
  type Metrics as MetricsWith,
  type RunMetrics as RunMetricsOfAny,
  type RunMetricsOf,
  type Setting as AnySetting,
  type SettingOf,
  type Spread,
} from '../../contract/metrics.ts';
import { ContractError } from '../../contract/parse.ts';
import { metricsOfRecord, parseRunRecords, type RunRecord } from '../../contract/run-records.ts';

export type Setting = SettingOf<'glo'>;
export type Metrics = MetricsWith<Setting>;
export type RunMetrics = RunMetricsOf<'glo'>;

/** Of all families. */
export type AllMetrics = MetricsWith;
export type { AnySetting };

const makeAll = 'npm run train:all';

function readJson(path: string, made: string): unknown {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  throw new Error(`The site needs ${path}, and there is none. Make it with ${made}.`);
}

/** Every number on a page asks, and there is much to parse: again only when the records have changed. */
function cached<Value>(make: (modelsDir: string) => Value): (modelsDir: string) => Value {
  const made = new Map<string, { readonly changed: number; readonly value: Value }>();
  return (modelsDir) => {
    const path = `${modelsDir}/${runRecordsFile}`;
    const changed = existsSync(path) ? statSync(path).mtimeMs : NaN;
    const known = made.get(modelsDir);
    if (known && Object.is(known.changed, changed)) return known.value;
    const value = make(modelsDir);
    made.set(modelsDir, { changed, value });
    return value;
  };
}

/** Of the runs whose weights are not shipped. @throws ContractError when a line is damaged. */
const readRecords = cached((modelsDir): ReadonlyMap<string, RunRecord> => {
  const path = `${modelsDir}/${runRecordsFile}`;
  if (!existsSync(path)) return new Map();
  const { records, problems } = parseRunRecords(readFileSync(path, 'utf8'), path);
  if (problems.length > 0) throw new ContractError(problems.join('\n'));
  return records;
});

const summarizeFolder = cached((modelsDir): AllMetrics => {
  const runs = Array.from(readRecords(modelsDir).values(), metricsOfRecord);
  const references = [];
  for (const id of existsSync(modelsDir) ? readdirSync(modelsDir) : []) {
    const path = `${modelsDir}/${id}/${checkpointFiles.metrics}`;
    if (!existsSync(path)) continue;
    const value = readJson(path, makeAll);
    if (id.startsWith('reference-')) references.push(parseReferenceMetrics(value, path));
    else runs.push(parseRunMetrics(value, path));
  }
  const measured = summarize(runs, references);
  if (measured.settings.length > 0) return measured;
  throw new Error(`Nothing was measured in ${modelsDir}. Make it with ${makeAll}.`);
});

const summarizeGlo = cached((modelsDir): Metrics => {
  const { settings, ...others } = summarizeFolder(modelsDir);
  return { ...others, settings: settings.filter((setting) => setting.family === 'glo') };
});

/** Means and spread over seeds. @throws Error when nothing was measured, ContractError when a file holds something else. */
export const readMetrics = (modelsDir = modelsFolder): Metrics => summarizeGlo(modelsDir);

/** The same of all families. */
export const readAllMetrics = (modelsDir = modelsFolder): AllMetrics => summarizeFolder(modelsDir);

export const readRunMetrics = (id: string, modelsDir = modelsFolder): RunMetrics =>
  readRunMetricsOf('glo', id, modelsDir);

/** @throws Error when the run is of another family. */
export function readRunMetricsOf<Name extends MeasuredFamily>(
  family: Name,
  id: string,
  modelsDir = modelsFolder,
): RunMetricsOf<Name> {
  const record = readRecords(modelsDir).get(id);
  const path = `${modelsDir}/${id}/${checkpointFiles.metrics}`;
  const run = record
    ? metricsOfRecord(record)
    : parseRunMetrics(readJson(path, `npm run evaluate -- ${id}`), path);
  if (run.family === family) return run as RunMetricsOf<Name>;
  throw new Error(`${id} is a run of the family ${run.family}, not ${family}.`);
}

/** Training losses and code sizes, one number an epoch. */
export const readHistory = (id: string, modelsDir = modelsFolder): HistoryOf<'glo'> =>
  readHistoryOf('glo', id, modelsDir);

export function readHistoryOf<Name extends MeasuredFamily>(
  family: Name,
  id: string,
  modelsDir = modelsFolder,
): HistoryOf<Name> {
  const record = readRecords(modelsDir).get(id);
  const path = `${modelsDir}/${id}/${checkpointFiles.history}`;
  return parseHistoryOf(family)(record?.history ?? readJson(path, `npm run train -- ${id}`), path);
}

export function findSetting(id: string): Setting;
export function findSetting<Of extends AnySetting>(
  id: string,
  metrics: Pick<MetricsWith<Of>, 'settings'>,
): Of;
export function findSetting(id: string, metrics: Pick<AllMetrics, 'settings'> = readMetrics()): AnySetting {
  const setting = metrics.settings.find((each) => each.id === id);
  if (setting) return setting;
  const near = metrics.settings.filter((each) => id.startsWith(each.id.split('-', 3).join('-')));
  const known = near.map((each) => each.id).join(', ');
  throw new Error(
    `Nothing was measured of ${id}${known === '' ? '' : `; like it: ${known}`}. ` +
      `If it is in the registry, ${makeAll} trains and measures it.`,
  );
}

/** What settings can be chosen by; whatever is left out may be anything. */
export interface SettingFilter {
  readonly group?: GroupName;
  readonly dataset?: DatasetName;
  readonly preset?: TrainingConfig['preset'];
  readonly loss?: TrainingConfig['loss'];
  readonly contentNoiseStd?: number;
  readonly contentDecay?: number;
  readonly contentDim?: number;
  readonly contentWhitening?: TrainingConfig['contentWhitening'];
  readonly guidanceWeight?: number;
  readonly mistake?: TrainingConfig['mistake'];
  readonly numTrainingImages?: number;
  readonly shipped?: boolean;
}

const keysOf = ({ group, dataset, model, training, shipped }: Setting): Required<SettingFilter> => ({
  group,
  dataset: dataset.name,
  preset: training.preset,
  loss: training.loss,
  contentNoiseStd: training.contentNoiseStd,
  contentDecay: training.contentDecay,
  contentDim: model.contentDim,
  contentWhitening: training.contentWhitening,
  guidanceWeight: training.guidance?.weight ?? 0,
  mistake: training.mistake,
  numTrainingImages: dataset.numTrainingImages,
  shipped,
});

/** By preset, then σ, then id. @throws Error when nothing was measured that fits. */
export function settingsOf(filter: SettingFilter, metrics = readMetrics()): readonly Setting[] {
  const wanted = Object.entries(filter);
  const found = metrics.settings.filter((setting) => {
    const keys: Readonly<Record<string, unknown>> = { ...keysOf(setting) };
    return wanted.every(([key, value]) => keys[key] === value);
  });
  if (found.length === 0) {
    const asked = wanted.map(([key, value]) => `${key} ${String(value)}`).join(', ');
    throw new Error(`Nothing was measured with ${asked}. ${makeAll} trains and measures the whole registry.`);
  }
  return found.toSorted(
    (a, b) =>
      compare(a.training.preset, b.training.preset) ||
      a.training.contentNoiseStd - b.training.contentNoiseStd ||
      compare(a.id, b.id),
  );
}

/** What a reader toggles through: every preset's shipped runs on MNIST, in the order of the presets, σ rising. */
export const toggledSettings = (metrics = readMetrics()): readonly Setting[] =>
  settingsOf({ dataset: 'mnist', shipped: true }, metrics)
    .filter(({ group }) => toggledGroups.includes(group))
    .toSorted((a, b) => presetNames.indexOf(a.training.preset) - presetNames.indexOf(b.training.preset));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** @throws Error naming the metrics that the setting has. */
export function metricOf(setting: Pick<AnySetting, 'id' | 'metrics' | 'command'>, name: MetricName): Spread {
  const spread = setting.metrics[name];
  if (spread) return spread;
  const known = Object.keys(setting.metrics).join(', ');
  throw new Error(
    `${setting.id} has no metric "${name}"; it has: ${known}. ${setting.command} measures it again.`,
  );
}

/** The value of a metric in one run, where a picture of that very run stands beside it. */
export function runMetricOf(run: Pick<RunMetricsOfAny, 'id' | 'metrics'>, name: MetricName): number {
  const measured = run.metrics[name];
  if (measured) return measured.value;
  throw new Error(`${run.id} has no metric "${name}". npm run evaluate -- ${run.id} measures it again.`);
}

/** What a search for the codes of unseen images found in one run, step by step. */
export function projectionOf({
  id,
  projection,
}: Pick<RunMetrics, 'id' | 'projection'>): NonNullable<RunMetrics['projection']> {
  if (projection) return projection;
  throw new Error(`${id} projects no images. npm run evaluate -- ${id} measures it again.`);
}

/** A baseline or mark of a data set. */
export function referenceOf(
  name: ReferenceName,
  dataset: DatasetName = 'mnist',
  metrics: Pick<AllMetrics, 'references'> = readAllMetrics(),
): number {
  const references = metrics.references.find((reference) => reference.dataset === dataset)?.metrics;
  const measured = references?.[name];
  if (measured) return measured.value;
  const known = Object.keys(references ?? {}).join(', ') || 'none';
  throw new Error(
    `There is no reference "${name}" of ${dataset}; there are: ${known}. Make it with ${makeAll}.`,
  );
}
