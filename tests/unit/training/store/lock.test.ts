import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFile, withLock } from '../../../../training/store/lock.ts';
import { UsageError } from '../../../../training/errors/usage-error.ts';

let folder: string;
let other: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glo-lock-'));
});
afterEach(() => {
  other?.kill();
  rmSync(folder, { recursive: true });
});
const path = () => join(folder, lockFile);
const read = () => Promise.resolve(readFileSync(path(), 'utf8'));
/** The id of a process that has ended. */
const deadPid = spawnSync(process.execPath, ['--version']).pid;

test('names its process while it is held, and is gone afterwards', async () => {
  expect(await withLock(folder, read)).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual([]);
});

test('a live process that holds it is named, with what to do', async () => {
  other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  writeFileSync(path(), String(other.pid));
  let ran = false;
  const refused = withLock(folder, () => Promise.resolve((ran = true)));
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(
    `Another trainer (process ${other.pid}) is writing into ${folder}. Wait for it, stop it, or give another folder with --out. ` +
      `If process ${other.pid} is no trainer, delete ${path()}.`,
  );
  expect(ran).toBe(false);
  expect(readFileSync(path(), 'utf8')).toBe(String(other.pid));
});

test.each([
  ['a process that is gone', String(deadPid)],
  ['a process that was killed before it could write its id', ''],
  ['something else', 'not a process'],
])('a lock of %s is taken over', async (_, text) => {
  writeFileSync(path(), text);
  expect(await withLock(folder, read)).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual([]);
});

test('is given back when the work throws', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('diverged')))).rejects.toThrow('diverged');
  expect(existsSync(path())).toBe(false);
});

test('a folder that is not there is the file system’s error', async () => {
  await expect(withLock(join(folder, 'none'), read)).rejects.toThrow('ENOENT');
});
