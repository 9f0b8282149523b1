/**
 * `public/models/runs.jsonl`: what was measured on the runs whose weights are not shipped, one line a run, sorted by id. A line is read
 * by itself, so that a damaged one costs its run and no other. The metrics of a shipped run are in its folder.
 */
import { z } from './schema.ts';
import { historySchema } from './history.ts';
import { runMetricsSchemas, type RunMetrics } from './metrics.ts';
import { ContractError, parseOrExplain } from './parse.ts';
import { fileSchema, index, sha256 } from './parts.ts';

const recordFields = {
  history: historySchema,
  /** Pictures that pages show, in the folder of the run's id. */
  files: z.array(fileSchema),
  /** The transfers of a run that no page shows: a row of this picture, and the hash of its amounts of ink, one byte a pixel. */
  sheet: z.strictObject({ path: z.string().min(1), row: index, sha256 }).optional(),
};
const recordSchemas = runMetricsSchemas.map((metrics) =>
  z.strictObject({ ...metrics.shape, ...recordFields }),
);
const recordSchema = z.discriminatedUnion('family', [recordSchemas[0], ...recordSchemas.slice(1)]);

type RecordFields = z.infer<z.ZodObject<typeof recordFields>>;
export type RunRecord = RunMetrics & RecordFields;
/** One whose place in a sheet is not decided yet. */
export type UnplacedRecord = RunMetrics & Omit<RecordFields, 'sheet'>;

export interface RunRecords {
  /** By id, in the order of the file. */
  readonly records: ReadonlyMap<string, RunRecord>;
  /** What is wrong with lines that were left out. */
  readonly problems: readonly string[];
}

/** `where`: the file, for errors. */
export function parseRunRecords(text: string, where: string): RunRecords {
  const records = new Map<string, RunRecord>();
  const problems: string[] = [];
  text.split('\n').forEach((line, i) => {
    if (line === '') return;
    const place = `${where}, line ${String(i + 1)}`;
    try {
      const record = parseOrExplain(recordSchema, JSON.parse(line), place);
      records.set(record.id, record);
    } catch (error) {
      if (error instanceof SyntaxError) problems.push(`${place} is not JSON: ${error.message}`);
      else if (error instanceof ContractError) problems.push(error.message);
      else throw error;
    }
  });
  return { records, problems };
}

/** Sorted by id, so that the same records give the same bytes. */
export const formatRunRecords = (records: Iterable<RunRecord>): string =>
  [...records]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');

/** A record without what stands beside its metrics. */
export function metricsOfRecord(record: UnplacedRecord): RunMetrics {
  const { history: _, files: __, sheet: ___, ...metrics }: RunRecord = record;
  return metrics;
}
