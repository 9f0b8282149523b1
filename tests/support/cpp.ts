/** A C++ compiler, where it has the libraries that a test needs: the tests of the pages' C++ run with it, and say so where they cannot. */
import { spawnSync } from 'node:child_process';
import { describe, expect } from 'vitest';

/** `body` gets the compiler's flags for the libraries, named as pkg-config names them. A suite without them is skipped, with a message. */
export function describeWithCpp(
  title: string,
  libraries: readonly string[],
  body: (flags: readonly string[]) => void,
): void {
  const { stdout, status } = spawnSync('pkg-config', ['--cflags', '--libs', ...libraries], {
    encoding: 'utf8',
  });
  const canRun = status === 0 && spawnSync('g++', ['--version']).status === 0;
  const skipped = `${title} (skipped: there is no g++ with pkg-config, ${libraries.join(', ')})`;
  if (!canRun) console.warn(skipped);
  describe.skipIf(!canRun)(canRun ? title : skipped, () => body(canRun ? stdout.trim().split(/\s+/) : []));
}

/** A source that does not compile, or not without a warning, fails the test in the compiler's words. */
export function compileCpp(source: string, program: string, flags: readonly string[]): void {
  const { stderr, status } = spawnSync(
    'g++',
    ['-std=c++17', '-Wall', '-Wextra', '-Werror', source, ...flags, '-o', program],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
}
