/**
 * What was measured on runs whose weights are not shipped: `runs.jsonl` (src/contract/run-records.ts) with the pictures beside it. A worker
 * leaves a run's metrics in its whole checkpoint; `collectRuns` takes them over, so what a stopped command had finished is there for
 * the next.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHistory } from '../../src/contract/history.ts';
import { checkpointFiles, runRecordsFile } from '../../src/contract/ids.ts';
import { parseRunMetrics } from '../../src/contract/metrics.ts';
import { ContractError } from '../../src/contract/parse.ts';
import {
  formatRunRecords,
  parseRunRecords,
  type RunRecord,
  type UnplacedRecord,
} from '../../src/contract/run-records.ts';
import { entryOf } from '../export/file-entry.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { readJson } from '../export/read-files.ts';
import { decodeSheet, encodeSheet, toTile } from '../export/sheet.ts';
import { measuredOf } from '../methods/method-of.ts';
import { measuredFile, unshippedFolder } from './folders.ts';
import { recipeOf } from './stored-recipes.ts';
import { isLeftover, writeFolder, writeWhole } from './write-folder.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** One run as the records hold it. */
export interface RecordedRun {
  /** Where its picture is in a sheet is decided when the sheet is written. */
  readonly record: UnplacedRecord;
  /** The pictures that pages show, by path. */
  readonly pictures: Files;
  /** Its transfers in a sheet, where no page shows them. */
  readonly tile: Uint8Array | undefined;
}

export interface RecordedRuns {
  readonly runs: ReadonlyMap<string, RecordedRun>;
  /** What is wrong with those that were left out. */
  readonly problems: readonly string[];
}

const sheetFile = (group: string): string => `transfers-${group}.png`;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every run of a models folder's records that is whole, its pictures too. */
export async function readRuns(out: string): Promise<RecordedRuns> {
  const path = join(out, runRecordsFile);
  if (!existsSync(path)) return { runs: new Map(), problems: [] };
  const { records, problems: broken } = parseRunRecords(await readFile(path, 'utf8'), path);
  const runs = new Map<string, RecordedRun>();
  const problems = [...broken];
  const tilesOf = createTileReader(out);
  for (const [id, { sheet, ...record }] of records) {
    const pictures = new Map<string, Uint8Array>();
    const damaged: string[] = [];
    for (const entry of record.files) {
      const bytes = await readFile(join(out, id, entry.path)).catch(() => new Uint8Array());
      if (hashOf(bytes) === entry.sha256) pictures.set(entry.path, bytes);
      else damaged.push(join(out, id, entry.path));
    }
    const tile = sheet && (await tilesOf(sheet.path)).get(sheet.sha256);
    if (sheet && !tile) damaged.push(`row ${sheet.row} of ${join(out, sheet.path)}`);
    if (damaged.length === 0) runs.set(id, { record, pictures, tile });
    else problems.push(`${id}: ${damaged.join(', ')} is missing or not the picture that was recorded`);
  }
  return { runs, problems };
}

/** For a sheet, its tiles by hash: a sheet that was written, and the records not yet, still has them. */
function createTileReader(out: string) {
  const sheets = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();
  const read = async (path: string) => {
    const bytes = await readFile(join(out, path)).catch(() => undefined);
    const tiles = bytes ? decodeSheet(bytes) : [];
    return new Map(tiles.map((tile) => [hashOf(tile), tile]));
  };
  return (path: string) => {
    const found = sheets.get(path) ?? read(path);
    sheets.set(path, found);
    return found;
  };
}

/** Writes the records of a models folder, with sheets and pictures; the same runs give the same bytes. */
export async function writeRuns(out: string, runs: RecordedRuns['runs']): Promise<void> {
  const sorted = [...runs.values()]
    .filter(({ record }) => !existsSync(join(out, record.id, checkpointFiles.manifest))) // shipped by now
    .sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  const tiles = new Map<string, Uint8Array[]>();
  const records: RunRecord[] = [];
  for (const { record, pictures, tile } of sorted) {
    if (pictures.size > 0) await writeFolder(join(out, record.id), pictures);
    if (!tile) {
      records.push(record);
      continue;
    }
    const path = sheetFile(record.group);
    const rows = tiles.get(path) ?? [];
    records.push({ ...record, sheet: { path, row: rows.length, sha256: hashOf(tile) } });
    tiles.set(path, [...rows, tile]);
  }
  for (const [path, rows] of tiles) await writeWhole(join(out, path), encodeSheet(rows));
  await writeWhole(join(out, runRecordsFile), new TextEncoder().encode(formatRunRecords(records)));
  for (const name of await readdir(out)) {
    if (/^transfers-.*\.png$/.test(name) && !tiles.has(name)) await rm(join(out, name));
  }
}

/** Takes over what workers left, and forgets what is damaged. Returns what is wrong with what was left out. */
export async function collectRuns(out: string): Promise<readonly string[]> {
  const { runs, problems } = await readRuns(out);
  const collected = new Map(runs);
  const taken: string[] = [];
  const broken: string[] = [];
  const folder = unshippedFolder(out);
  for (const id of existsSync(folder) ? await readdir(folder) : []) {
    const path = measuredFile(out, { id, ships: false });
    if (isLeftover(id) || !existsSync(path)) continue;
    taken.push(path);
    try {
      collected.set(id, await readMeasured(join(folder, id), path));
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      broken.push(error.message);
    }
  }
  if (taken.length > 0 || problems.length > 0) await writeRuns(out, collected);
  for (const path of taken) await rm(path);
  return [...problems, ...broken];
}

/** @throws ContractError when the checkpoint or its metrics are not whole. */
async function readMeasured(folder: string, path: string): Promise<RecordedRun> {
  const manifest = await checkCheckpoint(folder);
  const metrics = await readJson(path, parseRunMetrics);
  const history = await readJson(join(folder, checkpointFiles.history), parseHistory);
  const shown = measuredOf(manifest).shownPictures(recipeOf(manifest, false));
  const pictures = new Map<string, Uint8Array>();
  for (const file of shown) pictures.set(file, await readFile(join(folder, file)));
  const { sheetPicture } = measuredOf(manifest);
  const inSheet = sheetPicture !== undefined && !shown.includes(sheetPicture);
  const tile = inSheet ? toTile(await readFile(join(folder, sheetPicture))) : undefined;
  const files = Array.from(pictures, ([file, bytes]) => entryOf(file, bytes));
  return { record: { ...metrics, history, files }, pictures, tile };
}
