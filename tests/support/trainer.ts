/** The trainer as a person runs it: a real process with its output, and folders as what is in them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Trainer {
  readonly child: ChildProcess;
  /** When the process has ended and all its output is there. */
  readonly result: Promise<Result>;
  /** Resolves once stderr holds the pattern, or the process has ended. */
  readonly says: (pattern: RegExp) => Promise<void>;
}

export function startTrainer(args: readonly string[], env: NodeJS.ProcessEnv = {}): Trainer {
  const child = spawn(process.execPath, ['training/cli.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (text.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (text.stderr += String(chunk)));
  const result = once(child, 'close').then(([code]): Result => ({ code: code as number | null, ...text }));
  const says = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(text.stderr) && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(child.stderr, 'data'), result]);
    }
  };
  return { child, result, says };
}

export const runTrainer = (...args: readonly string[]): Promise<Result> => startTrainer(args).result;

/** Every file below a folder: its bytes by path. */
export const filesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, 'base64')]),
  );
