/** One trainer at a time in a folder: a lock file that names its process. A lock whose process is gone is taken over. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isOtherLiveProcess } from './write-folder.ts';
import { UsageError } from '../errors/usage-error.ts';

export const lockFile = '.lock';

/** Runs `work` while this process holds `folder`. @throws UsageError when another trainer does. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, lockFile);
  await take(path, folder);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function take(path: string, folder: string): Promise<void> {
  for (let numEmpty = 0; !create(path);) {
    const text = read(path);
    if (text === undefined) continue; // given back meanwhile
    // Its maker is just about to write its id, unless it was killed there.
    if (text === '' && ++numEmpty < 10) {
      await setTimeout(20);
      continue;
    }
    refuseIfAlive(text, path, folder);
    // Moved away before it is removed, because another trainer may have found it stale at the same moment, and taken it.
    const aside = `${path}.old-${process.pid}`;
    if (!move(path, aside)) continue;
    try {
      refuseIfAlive(read(aside) ?? '', path, folder);
    } catch (error) {
      move(aside, path);
      throw error;
    }
    rmSync(aside, { force: true });
  }
}

/** Whether the lock is ours now. A lock that this process made and could not write is taken back. */
function create(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function move(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function refuseIfAlive(text: string, path: string, folder: string): void {
  const holder = /^\d+$/.test(text) ? Number(text) : 0;
  if (holder === 0 || !isOtherLiveProcess(holder)) return;
  throw new UsageError(
    `Another trainer (process ${holder}) is writing into ${folder}. Wait for it, stop it, or give another folder with --out. ` +
      `If process ${holder} is no trainer, delete ${path}.`,
  );
}
