/** The trainer as a person runs it: real processes, real worker threads, strokes for data, a temporary folder for checkpoints. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'glo-cli-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...args: string[]) {
  const child = spawn(process.execPath, ['training/cli.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (text.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (text.stderr += String(chunk)));
  const result = once(child, 'close').then(([code]): Result => ({ code: code as number | null, ...text }));
  return { child, result, text };
}
const run = (...args: string[]): Promise<Result> => start(...args).result;
const strokes = (...args: string[]) => ['train', ...args, '--dataset', 'strokes', '--out', out];

const lord = 'glo-strokes-lord-sigma0.3';
const bytesOf = (id: string) =>
  Object.fromEntries(
    readdirSync(join(out, id)).map((name) => [name, readFileSync(join(out, id, name), 'base64')]),
  );

describe('train', () => {
  it('trains what a glob names, writes whole checkpoints and their index', async () => {
    const { code, stderr } = await run(...strokes('*-sigma0.3', '--epochs', '1'));
    expect(stderr).toContain('Trained 2 of 2');
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['glo-strokes-exercise-sigma0.3', lord, 'index.json']);
    const manifest = await checkCheckpoint(join(out, lord));
    expect(manifest.training.numEpochs).toBe(1);
    expect(manifest.provenance.command).toBe(
      'npm run train -- glo-mnist-lord-sigma0.3 --dataset strokes --epochs 1',
    );
  });

  it('gives the same bytes again, with any number of workers', async () => {
    const command = strokes('*-sigma0.3', '--epochs', '1', '--force');
    await run(...command, '--workers', '1');
    const first = bytesOf(lord);
    await run(...command, '--workers', '2');
    expect(bytesOf(lord)).toEqual(first);
  });

  it('skips what is up to date, and trains again what was damaged or has other settings', async () => {
    const once = strokes('glo-mnist-lord-sigma0.3', '--epochs', '1');
    await run(...once);
    expect((await run(...once)).stderr).toBe(`1 of 1 up to date in ${out} (--force trains them again).\n`);
    writeFileSync(join(out, lord, 'codes.safetensors'), 'damaged');
    expect((await run(...once)).stderr).toContain('Trained 1 of 1');
    await checkCheckpoint(join(out, lord));
    expect((await run(...strokes('glo-mnist-lord-sigma0.3', '--epochs', '2'))).stderr).toContain(
      'Trained 1 of 1',
    );
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'stopped by %s leaves whole checkpoints only, and goes on from there',
    async (signal) => {
      const command = strokes('glo-mnist-lord-sigma{0,0.3,1}', '--epochs', '3', '--workers', '1');
      const { child, result, text } = start(...command);
      while (!/sigma0 +done, loss [\d.]+/.test(text.stderr) && child.exitCode === null) {
        await Promise.race([once(child.stderr, 'data'), result]);
      }
      child.kill(signal);
      const { code } = await result;
      expect(code).toBe(signal === 'SIGINT' ? 130 : null);
      const finished = statSync(join(out, 'glo-strokes-lord-sigma0')).mtimeMs;
      await checkCheckpoint(join(out, 'glo-strokes-lord-sigma0'));

      const again = await run(...command);
      expect(again.code).toBe(0);
      expect(again.stderr).toMatch(/[12] of 3 up to date/);
      expect(statSync(join(out, 'glo-strokes-lord-sigma0')).mtimeMs).toBe(finished);
      expect(readdirSync(out).filter((name) => name !== 'index.json' && !/sigma[\d.]+$/.test(name))).toEqual(
        [],
      );
      for (const sigma of [0, 0.3, 1]) await checkCheckpoint(join(out, `glo-strokes-lord-sigma${sigma}`));
    },
  );

  it('lists every recipe', async () => {
    const { code, stdout } = await run('train', '--list');
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(16);
  });
});

describe('verify', () => {
  it('retrains from the manifest, finds the same bytes, and finds a difference where there is one', async () => {
    await run(...strokes('glo-mnist-lord-sigma0.3', '--epochs', '1'));
    const same = await run('verify', lord, '--out', out);
    expect(same.stdout).toBe(`${lord}: the same bytes\n`);
    expect(same.code).toBe(0);

    const manifestPath = join(out, lord, 'manifest.json');
    const manifest = readFileSync(manifestPath, 'utf8');
    writeFileSync(manifestPath, manifest.replace('"seed": 1', '"seed": 2'));
    const other = await run('verify', lord, '--out', out);
    expect(other.stdout).toContain(`${lord}: differs: weights.safetensors, codes.safetensors`);
    expect(other.code).toBe(1);
  });
});

describe('wrong usage exits with 2 and names what is valid', () => {
  it.each([
    [
      ['train', 'glo-mnist-lrd-sigma0.3'],
      'No recipe is called glo-mnist-lrd-sigma0.3. Did you mean glo-mnist-lord-sigma0.3,',
    ],
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--epoch', '3'],
      'There is no option --epoch. Did you mean --epochs,',
    ],
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--epochs', '1.5'],
      '--epochs takes a whole number from 1 on, not "1.5".',
    ],
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--dataset', 'cifar'],
      '--dataset takes mnist or strokes, not "cifar".',
    ],
    [['train'], 'Which recipe? Give an id or a glob.'],
    [['train-all', '--workers', '0'], '--workers takes a whole number from 1 on, not "0".'],
    [['verify', 'glo-mnist-none'], 'There is no checkpoint glo-mnist-none in public/models.'],
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--out', 'package.json/models'],
      'Checkpoints cannot go into package.json/models: Error: ENOTDIR',
    ],
    [['trian'], 'There is no command "trian". There are train, train-all, verify.'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

it('says in one line where MNIST is missing, before any worker starts', async () => {
  const empty = join(out, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'train-images-idx3-ubyte'), 'short');
  const child = spawn(
    process.execPath,
    ['training/cli.ts', 'train', 'glo-mnist-lord-sigma0.3', '--out', out],
    {
      env: { ...process.env, MNIST_DIR: empty },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(stderr).toContain('train-images-idx3-ubyte');
  expect(stderr).not.toContain('at ');
  expect(existsSync(join(out, 'glo-mnist-lord-sigma0.3'))).toBe(false);
});
