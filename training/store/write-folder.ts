/**
 * A checkpoint folder on disk, whole or not at all: written aside, then renamed. A process that dies at any moment leaves
 * finished folders as they were, and leftovers that `removeLeftovers` clears.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Files = ReadonlyMap<string, Uint8Array>;

/** Whether a name in a models folder is of something half written or just replaced. */
export const isLeftover = (name: string): boolean => /\.(partial|old)-\d+$/.test(name);

/** Writes the files into `folder`, in place of an older one. */
export async function writeFolder(folder: string, files: Files): Promise<void> {
  const partial = `${folder}.partial-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await mkdir(partial, { recursive: true });
    for (const [path, bytes] of files) await writeFile(join(partial, path), bytes);
  } catch (error) {
    await rm(partial, { recursive: true, force: true }); // a full disk: give back what was taken
    throw error;
  }
  if (existsSync(folder)) await rename(folder, old);
  await rename(partial, folder);
  await rm(old, { recursive: true, force: true });
}

/** Writes one file, whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.partial-${process.pid}`;
  try {
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Clears what writers of this process, or of processes that are gone, left in `out`; no writer of this process may run. */
export async function removeLeftovers(out: string): Promise<void> {
  for (const name of existsSync(out) ? await readdir(out) : []) {
    const [, id, kind, pid] = /^(.+)\.(partial|old)-(\d+)$/.exec(name) ?? [];
    if (!id || isOtherLiveProcess(Number(pid))) continue;
    // Killed between the two renames: the old folder is the only one.
    if (kind === 'old' && !existsSync(join(out, id))) await rename(join(out, name), join(out, id));
    else await rm(join(out, name), { recursive: true, force: true });
  }
}

/** Whether a process other than this one has that id. */
export function isOtherLiveProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, and another user's
  }
}
