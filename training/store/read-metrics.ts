/** Measured metrics on disk: read one, list a folder's, and write the summary that the site reads. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointFiles } from '../../src/contract/ids.ts';
import {
  parseReferenceMetrics,
  parseRunMetrics,
  summarize,
  type Metrics,
  type ReferenceMetrics,
  type RunMetrics,
} from '../../src/contract/metrics.ts';
import { ContractError } from '../../src/contract/parse.ts';
import { encodeJson } from '../export/encode-json.ts';
import { readJson } from './read-files.ts';
import { writeWhole } from './write-folder.ts';

const isReference = (id: string): boolean => id.startsWith('reference-');

export const readRunMetrics = (folder: string): Promise<RunMetrics> =>
  readJson(join(folder, checkpointFiles.metrics), parseRunMetrics);
export const readReferenceMetrics = (folder: string): Promise<ReferenceMetrics> =>
  readJson(join(folder, checkpointFiles.metrics), parseReferenceMetrics);

interface Found {
  readonly metrics: Metrics;
  /** What is wrong with files that were left out. */
  readonly problems: readonly string[];
}

/** Everything measured in a models folder. A damaged file is left out and named. */
async function findMetrics(out: string): Promise<Found> {
  const runs: RunMetrics[] = [];
  const references: ReferenceMetrics[] = [];
  const problems: string[] = [];
  for (const id of await readdir(out)) {
    const folder = join(out, id);
    if (/\.(partial|old)-\d+$/.test(id) || !existsSync(join(folder, checkpointFiles.metrics))) continue;
    try {
      if (isReference(id)) references.push(await readReferenceMetrics(folder));
      else runs.push(await readRunMetrics(folder));
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      problems.push(error.message);
    }
  }
  return { metrics: summarize(runs, references), problems };
}

/** Writes `metrics.json` of all runs, and says on stderr which files it had to leave out. */
export async function writeMetrics(out: string): Promise<Metrics> {
  const { metrics, problems } = await findMetrics(out);
  for (const problem of problems) process.stderr.write(`Left out of metrics.json: ${problem}\n`);
  await writeWhole(join(out, checkpointFiles.metrics), encodeJson(metrics));
  return metrics;
}
