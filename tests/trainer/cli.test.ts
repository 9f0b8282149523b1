/** `train`, `verify` and wrong usage as a person meets them: real processes, strokes for data, a temporary folder for checkpoints. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';
import { classifierRecipes } from '../../training/recipes/classifiers.ts';
import { recipes } from '../../training/methods/registry.ts';
import { filesBelow, runTrainer, startTrainer } from '../support/trainer.ts';

const exercise = 'glo-strokes-exercise-sigma0.3';
const lord = 'glo-strokes-lord-sigma0.3';
const both = ['train', 'glo-{mnist,strokes}-{exercise,lord}-sigma0.3', '--dataset', 'strokes'];

let scratch: string;
let made: string;
let firstWords: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'glo-cli-'));
  made = join(scratch, 'made');
  const { code, stderr } = await runTrainer(...both, '--epochs', '1', '--out', made);
  expect(code).toBe(0);
  firstWords = stderr;
});
afterAll(() => rmSync(scratch, { recursive: true }));

let out: string;
let numFolders = 0;
beforeEach(() => {
  out = join(scratch, `out-${++numFolders}`);
});
const copyOfMade = () => cpSync(made, out, { recursive: true });

describe('train', () => {
  it('makes what a glob names, each id once, with its index and summary', async () => {
    // Both data sets have a recipe of the second name.
    expect(firstWords).toContain('Made 2 of 2');
    expect(readdirSync(made).sort()).toEqual([exercise, lord, 'index.json']);
    const manifest = await checkCheckpoint(join(made, exercise));
    expect(manifest.training.numEpochs).toBe(1);
    expect(manifest.provenance.command).toBe(
      'npm run train -- glo-mnist-exercise-sigma0.3 --dataset strokes --epochs 1',
    );
  });

  it('skips what is up to date, and trains again what has other settings', async () => {
    copyOfMade();
    const once = await runTrainer(...both, '--epochs', '1', '--out', out);
    expect(once.stderr).toBe(`2 of 2 up to date in ${out} (--force makes them again).\n`);
    const twice = await runTrainer('train', lord, '--epochs', '2', '--out', out);
    expect(twice.stderr).toContain('Made 1 of 1');
    expect((await checkCheckpoint(join(out, lord))).training.numEpochs).toBe(2);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s while training leaves nothing half done',
    async (signal) => {
      copyOfMade();
      const whole = filesBelow(join(out, exercise));
      // What is damaged is said when work begins.
      writeFileSync(join(out, lord, 'weights.safetensors'), 'damaged');
      const { child, result, says } = startTrainer([...both, '--epochs', '500', '--out', out]);
      await says(/is made again/);
      await setTimeout(1500);
      child.kill(signal);
      const { code, stderr } = await result;
      expect(stderr).toContain(
        'Interrupted. What was finished is kept; the same command goes on from there.\n',
      );
      expect(code).toBe(130);
      expect(readdirSync(out).sort()).toEqual([exercise, lord, 'index.json']);
      expect(filesBelow(join(out, exercise))).toEqual(whole);
    },
  );

  it('stopped while measuring keeps the weights, and goes on with measuring', async () => {
    copyOfMade();
    rmSync(join(out, lord, 'metrics.json'));
    const command = [...both, '--epochs', '1', '--out', out];
    const { child, result, says } = startTrainer(command);
    await says(/measuring/);
    await setTimeout(300);
    child.kill('SIGINT');
    expect((await result).code).toBe(130);
    const left = Object.keys(filesBelow(out));
    expect(left.filter((path) => /\.partial-|\.old-|\.lock/.test(path))).toEqual([]);
    expect(left).not.toContain(join(lord, 'metrics.json'));

    const again = await runTrainer(...command);
    expect(again.stderr).toMatch(/sigma0\.3 +done\n/); // without a loss, for nothing was trained
    expect(filesBelow(out)).toEqual(filesBelow(made));
  });

  it('lists every recipe and classifier', async () => {
    const { code, stdout } = await runTrainer('train', '--list');
    expect(code).toBe(0);
    const listed = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(listed).toEqual([...classifierRecipes, ...recipes].map(({ id }) => id));
  });
});

describe('evaluate', () => {
  it('measures checkpoints of the command line’s settings as they were measured', async () => {
    copyOfMade();
    rmSync(join(out, exercise, 'metrics.json'));
    const { code } = await runTrainer('evaluate', '*-exercise-*', '--out', out);
    expect(code).toBe(0);
    expect(filesBelow(out)).toEqual(filesBelow(made));
  });
});

describe('verify', () => {
  it('retrains from the manifest, finds the same bytes, and finds a difference where there is one', async () => {
    copyOfMade();
    const same = await runTrainer('verify', lord, '--out', out);
    expect(same.stdout).toBe(`${lord}: the same bytes\n`);
    expect(same.code).toBe(0);

    const manifestPath = join(out, lord, 'manifest.json');
    const manifest = readFileSync(manifestPath, 'utf8');
    writeFileSync(manifestPath, manifest.replace('"seed": 1', '"seed": 2'));
    const other = await runTrainer('verify', lord, '--out', out);
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
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--images', 'gone'],
      '--images takes a folder of pictures, and gone is none.',
    ],
    [['train'], 'Which recipe? Give an id or a glob.'],
    [['train-all', '--workers', '0'], '--workers takes a whole number from 1 on, not "0".'],
    [['train-all', '--shard', '5/4'], '--shard takes i/n with i from 1 to n, for example 1/4, not "5/4".'],
    [['train-all', '--group', 'sigmas'], '--group takes sigma or epochs or losses or guided or'],
    [['verify'], 'Which checkpoint? Give an id.'],
    [['verify', 'glo-mnist-none'], 'There is no checkpoint glo-mnist-none in public/models.'],
    [['evaluate'], 'Which checkpoint? Give an id or a glob.'],
    [
      ['evaluate', 'glo-mnist-lrd-sigma0.3'],
      'No recipe is called glo-mnist-lrd-sigma0.3. Did you mean glo-mnist-lord-',
    ],
    [
      ['evaluate', 'classifier-mnist-judge'],
      'classifier-mnist-judge is a classifier, which is measured when it is trained: npm run train -- classifier-mnist-judge --force\n',
    ],
    [['merge'], 'Which folders? Give those of the shards.'],
    [['merge', '<out>'], ' is not the folder of a finished shard: it has no index.json.\n'],
    [
      ['train', 'glo-mnist-lord-sigma0.3', '--out', 'package.json/models'],
      'Checkpoints cannot go into package.json/models: Error: ENOTDIR',
    ],
    // cspell:ignore trian
    [['trian'], 'There is no command "trian". There are train, train-all, evaluate, verify, compare, merge.'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await runTrainer(...args.map((word) => word.replace('<out>', out)));
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });
});

it.each(['train', 'train-all', 'evaluate', 'verify', 'compare', 'merge'])(
  '%s --help says what it does',
  async (command) => {
    const { code, stdout } = await runTrainer(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
  },
);

it('says what is wrong with a folder of pictures, before any worker starts', async () => {
  mkdirSync(join(out, 'faces'), { recursive: true });
  writeFileSync(join(out, 'faces', 'letter.png'), 'Dear reader');
  const { code, stderr } = await runTrainer('train', 'vae-mnist-dense-k2', '--images', join(out, 'faces'));
  expect(stderr).toBe(
    `${join(out, 'faces')} cannot be learned as it is:\n  letter.png: is no PNG or JPEG, whatever its name says; save it as one, or leave it out\n`,
  );
  expect(code).toBe(1);
});

it('says in one line where MNIST is missing, before any worker starts', async () => {
  const empty = join(out, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(empty, 'train-images-idx3-ubyte'), 'short');
  const args = ['train', 'glo-mnist-lord-sigma0.3', '--out', out];
  const { code, stderr } = await startTrainer(args, { MNIST_DIR: empty }).result;
  expect(code).toBe(1);
  expect(stderr).toContain('train-images-idx3-ubyte');
  expect(stderr).not.toContain('    at ');
  expect(existsSync(join(out, 'glo-mnist-lord-sigma0.3'))).toBe(false);
});
