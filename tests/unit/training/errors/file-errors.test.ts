import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainFileError, isDiskFull } from '../../../../training/errors/file-errors.ts';

const fileError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: what the system says, write`), { code, syscall: 'write', path });

test('a full disk is named with what to do', () => {
  const error = fileError('ENOSPC');
  expect(isDiskFull(error)).toBe(true);
  expect(explainFileError(error, 'runs/models')).toBe(
    'the disk of runs/models is full (ENOSPC: what the system says, write). ' +
      'Make room and run the same command again: what is finished is kept, and it goes on from there.',
  );
  expect(explainFileError(error)).toContain('the disk is full (');
  expect(isDiskFull(fileError('EDQUOT'))).toBe(true);
});

test('a place that must not be written is named with what to do', () => {
  expect(explainFileError(fileError('EROFS', 'x/y'))).toBe(
    'x/y cannot be written (EROFS: what the system says, write). Give yourself the right to, or another folder with --out.',
  );
});

test('other errors are left to speak for themselves', () => {
  for (const error of [new Error('ENOSPC'), fileError('EBADF'), 'ENOSPC', undefined]) {
    expect(explainFileError(error)).toBeUndefined();
  }
  const missing = (): unknown => {
    try {
      return readFileSync('/nowhere/at/all');
    } catch (error) {
      return error;
    }
  };
  expect(explainFileError(missing())).toBeUndefined();
  expect(isDiskFull(missing())).toBe(false);
});
