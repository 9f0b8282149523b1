/** `npm run data` as a process, in a folder where it finds what the test puts there, so that it needs no network. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithMnist } from '../../../support/mnist.ts';
import { makeProject } from '../../../support/tiny-idx.ts';

function run(args: string[], cwd: string = makeProject()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('training/data/cli.ts'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, MNIST_DIR: '' },
  });
  return { status, stdout, stderr };
}

it('explains itself and exits with 0', () => {
  const { status, stdout, stderr } = run(['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: npm run data\n/);
});

it('exits with 2 for a flag it does not know, and shows those it does', () => {
  // cspell:ignore hlep
  const { status, stdout, stderr } = run(['--hlep']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '--hlep'.*\n\nUsage: npm run data\n/s);
});

it('exits with 1 and one message, without a stack, for a file that is wrong', () => {
  const root = makeProject();
  mkdirSync(join(root, 'data/mnist'), { recursive: true });
  writeFileSync(join(root, 'data/mnist/train-images-idx3-ubyte'), '');
  expect(run([], root)).toEqual({
    status: 1,
    stdout: '',
    stderr:
      "data/mnist/train-images-idx3-ubyte is not MNIST's file: it ends after 0 of 47040016 bytes (uncompressed).\n" +
      'Delete or replace it, then run npm run data.\n',
  });
});

describeWithMnist('with MNIST on this machine', () => {
  it('checks both splits, says where they are and exits with 0', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['training/data/cli.ts'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^MNIST train: 60000 images in .+, checked\nMNIST test: 10000 images in .+, checked\n$/,
    );
  });
});
