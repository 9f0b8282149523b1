/** `npm run merge -- <folder> …`: joins the folders of shards into one, equal to one run of everything. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkpointFiles, codeMapFile, indexFile, modelsFolder } from '../../src/contract/ids.ts';
import { outFolder, parseOptions } from '../command-line/arguments.ts';
import { UsageError } from '../errors/usage-error.ts';
import { withLock } from '../store/lock.ts';
import { collectRuns, readRuns, writeRuns, type RecordedRun } from '../store/records.ts';
import { isLeftover, removeLeftovers, writeFolder } from '../store/write-folder.ts';
import { writeIndex } from '../store/write-index.ts';

const help = `Usage: npm run merge -- <folder> [<folder> …] [--out <folder>]

Joins the folders that shards of train:all wrote. A result that two shards both made must have the same
bytes in each; one that is in the target already is replaced.

  --out <folder>  where the joined results go; public/models unless said
  -h, --help      this text

Exit codes: 0 joined, 1 two shards differ, 2 wrong usage.
`;

type Files = ReadonlyMap<string, Uint8Array>;

export async function merge(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: { out: { type: 'string', default: modelsFolder }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Which folders? Give those of the shards.\n\n${help}`);
  const out = outFolder(values.out);
  const results = new Map<string, Result>();
  for (const shard of positionals) {
    if (!existsSync(join(shard, indexFile))) {
      throw new UsageError(`${shard} is not the folder of a finished shard: it has no ${indexFile}.`);
    }
    for (const [id, result] of await resultsIn(shard)) {
      const other = results.get(id);
      if (other && !isDeepStrictEqual(contentOf(other), contentOf(result))) {
        process.stderr.write(
          `${id} differs between ${other.from} and ${shard}: they were made by different code or settings.\n`,
        );
        return 1;
      }
      results.set(id, result);
    }
  }
  await mkdir(out, { recursive: true });
  await withLock(out, async () => {
    await removeLeftovers(out);
    await collectRuns(out);
    const { runs } = await readRuns(out);
    const recorded = new Map(runs);
    for (const [id, { files, run }] of results) {
      if (files) await writeFolder(join(out, id), files);
      if (run) recorded.set(id, run);
    }
    if (recorded.size > 0) await writeRuns(out, recorded);
    await writeIndex(out);
  });
  process.stdout.write(`Joined ${results.size} results of ${positionals.length} folders in ${out}.\n`);
  return 0;
}

/** A folder of files, or a run as the records hold it. */
interface Result {
  readonly from: string;
  readonly files?: Files;
  readonly run?: RecordedRun;
}

const contentOf = ({ files, run }: Result) => ({ files, run });

/** What a shard did not ship stays with it. */
async function resultsIn(shard: string): Promise<ReadonlyMap<string, Result>> {
  const { runs } = await readRuns(shard);
  const results = new Map<string, Result>(Array.from(runs, ([id, run]) => [id, { from: shard, run }]));
  for (const id of await readdir(shard)) {
    const isResult = [checkpointFiles.metrics, checkpointFiles.manifest, codeMapFile].some((file) =>
      existsSync(join(shard, id, file)),
    );
    if (isResult && !isLeftover(id)) {
      results.set(id, { from: shard, files: await readFiles(join(shard, id)) });
    }
  }
  return results;
}

async function readFiles(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const path of (await readdir(folder)).sort()) files.set(path, await readFile(join(folder, path)));
  return files;
}
