/** `npm run merge -- <folder> …`: joins the folders of shards into one, equal to one run of everything. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outFolder, parseOptions } from '../command-line/arguments.ts';
import { checkpointFiles } from '../../src/contract/ids.ts';
import { writeMetrics } from '../store/read-metrics.ts';
import { removeLeftovers, writeFolder } from '../store/write-folder.ts';
import { writeIndex } from '../store/write-index.ts';
import { modelsFolder } from '../store/folders.ts';
import { withLock } from '../store/lock.ts';
import { UsageError } from '../command-line/usage-error.ts';

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
  const results = new Map<string, { readonly from: string; readonly files: Files }>();
  for (const shard of positionals) {
    if (!existsSync(join(shard, checkpointFiles.metrics))) {
      throw new UsageError(`${shard} is not the folder of a finished shard: it has no metrics.json.`);
    }
    for (const id of await resultsIn(shard)) {
      const files = await readFiles(join(shard, id));
      const other = results.get(id);
      if (other && !sameFiles(files, other.files)) {
        process.stderr.write(
          `${id} differs between ${other.from} and ${shard}: they were made by different code or settings.\n`,
        );
        return 1;
      }
      results.set(id, { from: shard, files });
    }
  }
  await mkdir(out, { recursive: true });
  await withLock(out, async () => {
    await removeLeftovers(out);
    for (const [id, { files }] of results) await writeFolder(join(out, id), files);
    await writeIndex(out);
    await writeMetrics(out);
  });
  process.stdout.write(`Joined ${results.size} results of ${positionals.length} folders in ${out}.\n`);
  return 0;
}

/** Folders of results; what a shard did not ship stays with it. */
async function resultsIn(shard: string): Promise<string[]> {
  const names = await readdir(shard);
  return names
    .filter(
      (id) =>
        !/\.(partial|old)-\d+$/.test(id) &&
        [checkpointFiles.metrics, checkpointFiles.manifest].some((file) => existsSync(join(shard, id, file))),
    )
    .sort();
}

async function readFiles(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const path of (await readdir(folder)).sort()) files.set(path, await readFile(join(folder, path)));
  return files;
}

const sameFiles = (a: Files, b: Files): boolean =>
  a.size === b.size &&
  [...a].every(([path, bytes]) => {
    const other = b.get(path);
    return other !== undefined && Buffer.compare(bytes, other) === 0;
  });
