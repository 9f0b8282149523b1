import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

/** What a program prints, as JSON; one that fails fails the test in its own words. `input`: as JSON, on its standard input. */
export function printedJson(program: string, args: readonly string[], input?: unknown): unknown {
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    ...(input !== undefined && { input: JSON.stringify(input) }),
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}
