/**
 * What was measured, read while the site is built: means over seeds (`metrics.json` of all), the metrics of one run, the baselines of a
 * data set, and the curves of a training run. For .astro files and build-time code, not for islands. Nothing here is computed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { MetricName, ReferenceName } from '../../contract/metric-names.ts';
import { parseHistory, type History } from '../../contract/history.ts';
import { checkpointFiles } from '../../contract/ids.ts';
import {
  parseMetrics,
  parseRunMetrics,
  type Metrics,
  type RunMetrics,
  type Setting,
  type Spread,
} from '../../contract/metrics.ts';
import type { GroupName, TrainingConfig } from '../../contract/families/glo.ts';

type DatasetName = Setting['dataset']['name'];

export const modelsFolder = 'public/models';
const makeAll = 'npm run train:all';

function readJson(path: string, made: string): unknown {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  throw new Error(`The site needs ${path}, and there is none. Make it with ${made}.`);
}

/** Every number on a page asks for it, and it is large: parsed again only when the file has changed. */
const parsed = new Map<string, { readonly changed: number; readonly metrics: Metrics }>();

/** @throws Error when there is no such file, ContractError when it holds something else. */
export function readMetrics(modelsDir = modelsFolder): Metrics {
  const path = `${modelsDir}/${checkpointFiles.metrics}`;
  const changed = existsSync(path) ? statSync(path).mtimeMs : NaN;
  const known = parsed.get(path);
  if (known?.changed === changed) return known.metrics;
  const metrics = parseMetrics(readJson(path, makeAll), path);
  parsed.set(path, { changed, metrics });
  return metrics;
}

export function readRunMetrics(id: string, modelsDir = modelsFolder): RunMetrics {
  const path = `${modelsDir}/${id}/${checkpointFiles.metrics}`;
  return parseRunMetrics(readJson(path, `npm run evaluate -- ${id}`), path);
}

/** Training losses and code sizes, one number an epoch. */
export function readHistory(id: string, modelsDir = modelsFolder): History {
  const path = `${modelsDir}/${id}/${checkpointFiles.history}`;
  return parseHistory(readJson(path, `npm run train -- ${id}`), path);
}

export function findSetting(id: string, metrics = readMetrics()): Setting {
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

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** @throws Error naming the metrics that the setting has. */
export function metricOf(setting: Setting, name: MetricName): Spread {
  const spread = setting.metrics[name];
  if (spread) return spread;
  const known = Object.keys(setting.metrics).join(', ');
  throw new Error(
    `${setting.id} has no metric "${name}"; it has: ${known}. ${setting.command} measures it again.`,
  );
}

/** The value of a metric in one run, where a picture of that very run stands beside it. */
export function runMetricOf(run: RunMetrics, name: MetricName): number {
  const measured = run.metrics[name];
  if (measured) return measured.value;
  throw new Error(`${run.id} has no metric "${name}". npm run evaluate -- ${run.id} measures it again.`);
}

/** What a search for the codes of unseen images found in one run, step by step. */
export function projectionOf({ id, projection }: RunMetrics): NonNullable<RunMetrics['projection']> {
  if (projection) return projection;
  throw new Error(`${id} projects no images. npm run evaluate -- ${id} measures it again.`);
}

/** A baseline or mark of a data set. */
export function referenceOf(
  name: ReferenceName,
  dataset: DatasetName = 'mnist',
  metrics = readMetrics(),
): number {
  const references = metrics.references.find((reference) => reference.dataset === dataset)?.metrics;
  const measured = references?.[name];
  if (measured) return measured.value;
  const known = Object.keys(references ?? {}).join(', ') || 'none';
  throw new Error(
    `There is no reference "${name}" of ${dataset}; there are: ${known}. Make it with ${makeAll}.`,
  );
}
