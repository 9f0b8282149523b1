/** How much a reader may give at once. The largest checkpoint of the site has 42 files and 3 MB, one of colour pictures about 10 MB. */
import { inMegabytes, Refusal } from './refusal.ts';

export const limits = {
  numFiles: 200,
  /** Of one file, unpacked. */
  fileBytes: 32_000_000,
  /** Of all together, unpacked. */
  totalBytes: 64_000_000,
} as const;

export interface Sized {
  readonly path: string;
  readonly bytes: number;
}

/** @param what of it all, such as "The folder". @throws Refusal */
export function requireWithinLimits(files: readonly Sized[], what: string): void {
  if (files.length > limits.numFiles) {
    throw new Refusal(
      `${what} holds ${files.length} files, and a checkpoint at most ${limits.numFiles}. Take the folder of one checkpoint alone.`,
    );
  }
  for (const { path, bytes } of files) {
    if (bytes <= limits.fileBytes) continue;
    throw new Refusal(
      `${path} has ${inMegabytes(bytes)}, and a file of a checkpoint at most ${inMegabytes(limits.fileBytes)}. Take the folder of one checkpoint alone.`,
    );
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= limits.totalBytes) return;
  throw new Refusal(
    `${what} holds ${inMegabytes(total)}, and a checkpoint at most ${inMegabytes(limits.totalBytes)}. Take the folder of one checkpoint alone.`,
  );
}
