/** One of two runs that are compared: what was measured on it and on its other seeds, its curves and its pictures. Reads; compares nothing. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseHistory, type History } from '../../src/contract/history.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import type { RunMetrics, Setting } from '../../src/contract/metrics.ts';
import { metricsOfRecord } from '../../src/contract/run-records.ts';
import { didYouMean } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { readJson } from '../export/read-files.ts';
import { encodeSheet } from '../export/sheet.ts';
import { readRunMetrics, readSummary } from '../store/read-metrics.ts';
import { readRuns } from '../store/records.ts';

export interface ComparedRun {
  /** As the command names it: two runs may have one id in two folders. */
  readonly name: string;
  readonly run: RunMetrics;
  /** Means and spread over the seeds of its folder; of the run alone where it is the only one. */
  readonly metrics: Setting['metrics'];
  readonly history: History;
  /** PNG files by name, sorted. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * `name`: an id of the models folder `out`, or the path of a checkpoint's folder.
 * @throws UsageError when there is no such run, ContractError when its files are damaged.
 */
export async function readComparedRun(name: string, out: string): Promise<ComparedRun> {
  const isFolder = existsSync(join(name, checkpointFiles.manifest));
  const [models, id] = isFolder ? [dirname(name), basename(name)] : [out, name];
  const found = await readRun(models, id);
  const { settings } = await readSummary(models);
  const setting = settings.find(({ command }) => command.split(' ').includes(found.run.id));
  return { name, ...found, metrics: setting?.metrics ?? {} };
}

async function readRun(models: string, id: string): Promise<Omit<ComparedRun, 'name' | 'metrics'>> {
  const folder = join(models, id);
  if (existsSync(join(folder, checkpointFiles.metrics))) {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.png')).sort();
    const pictures = new Map<string, Uint8Array>();
    for (const file of files) pictures.set(file, await readFile(join(folder, file)));
    return {
      run: await readRunMetrics(folder),
      history: await readJson(join(folder, checkpointFiles.history), parseHistory),
      pictures,
    };
  }
  const { runs } = await readRuns(models);
  const recorded = runs.get(id);
  if (!recorded) throw await missing(models, id, [...runs.keys()]);
  const { record, pictures, tile } = recorded;
  const transfers = tile ? [['preview-transfers.png', encodeSheet([tile])] as const] : [];
  return {
    run: metricsOfRecord(record),
    history: record.history,
    pictures: new Map([...pictures, ...transfers]),
  };
}

async function missing(models: string, id: string, recorded: readonly string[]): Promise<UsageError> {
  const folders = existsSync(models) ? await readdir(models) : [];
  const measured = folders.filter((each) => existsSync(join(models, each, checkpointFiles.history)));
  return new UsageError(
    `No run called ${id} was measured in ${models}. ${didYouMean(id, [...measured, ...recorded])}`.trimEnd(),
  );
}
