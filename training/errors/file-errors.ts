/** The file system's errors in words for the person at the terminal: what happened, and what to do. */

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

/** Full, or over the quota of this user. */
export const isDiskFull = (error: unknown): boolean =>
  isFileError(error) && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

const forbidden: readonly (string | undefined)[] = ['EACCES', 'EPERM', 'EROFS'];

/** What to tell of an error that a person can mend; undefined for any other. `folder` is where the writer was told to write. */
export function explainFileError(error: unknown, folder?: string): string | undefined {
  if (!isFileError(error)) return undefined;
  const where = folder ?? error.path;
  if (isDiskFull(error)) {
    return (
      `the disk${where === undefined ? '' : ` of ${where}`} is full (${error.message}). ` +
      'Make room and run the same command again: what is finished is kept, and it goes on from there.'
    );
  }
  if (forbidden.includes(error.code)) {
    return `${where ?? 'a file'} cannot be written (${error.message}). Give yourself the right to, or another folder with --out.`;
  }
  return undefined;
}
