/** Measured metrics on disk: read one, or everything of a models folder. */
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
import { metricsOfRecord } from '../../src/contract/run-records.ts';
import { readJson } from '../export/read-files.ts';
import { readRuns } from './records.ts';
import { isLeftover } from './write-folder.ts';

const isReference = (id: string): boolean => id.startsWith('reference-');

/** Of a folder. */
export const readRunMetrics = (folder: string): Promise<RunMetrics> =>
  readJson(join(folder, checkpointFiles.metrics), parseRunMetrics);
export const readReferenceMetrics = (folder: string): Promise<ReferenceMetrics> =>
  readJson(join(folder, checkpointFiles.metrics), parseReferenceMetrics);

/** Means and spread over seeds of everything measured in a models folder. What is damaged is left out, and named on stderr. */
export async function readSummary(out: string): Promise<Metrics> {
  const { runs: recorded, problems: broken } = await readRuns(out);
  const runs = new Map(Array.from(recorded, ([id, { record }]) => [id, metricsOfRecord(record)]));
  const references: ReferenceMetrics[] = [];
  const problems = [...broken];
  for (const id of await readdir(out)) {
    const folder = join(out, id);
    if (isLeftover(id) || !existsSync(join(folder, checkpointFiles.metrics))) continue;
    try {
      if (isReference(id)) references.push(await readReferenceMetrics(folder));
      else runs.set(id, await readRunMetrics(folder));
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      problems.push(error.message);
    }
  }
  for (const problem of problems) process.stderr.write(`Left out: ${problem}\n`);
  return summarize([...runs.values()], references);
}
