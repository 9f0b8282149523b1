/** One trainer at a time in a folder: a lock file that names its process. A lock whose process is gone is taken over. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOtherLiveProcess } from './export/write-checkpoint.ts';
import { UsageError } from './usage-error.ts';

/** Runs `work` while this process holds `folder`. @throws UsageError when another trainer does. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, '.lock');
  take(path, folder);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(path: string, folder: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(path, 'utf8'));
      if (isOtherLiveProcess(holder)) {
        throw new UsageError(
          `Another trainer (process ${holder}) is writing into ${folder}. Wait for it, stop it, or give another folder with --out.`,
        );
      }
      rmSync(path, { force: true });
    }
  }
}
