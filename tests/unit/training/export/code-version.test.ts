import { expect, test } from 'vitest';
import { codeVersion, listSources } from '../../../../training/export/code-version.ts';

test('the code version is a SHA-256 that stays the same while the code does', async () => {
  expect(await codeVersion()).toMatch(/^[0-9a-f]{64}$/);
  expect(await codeVersion()).toBe(await codeVersion());
});

test('it covers what decides the bytes, and leaves out downloads and the command line', async () => {
  const sources = await listSources();
  for (const path of [
    'src/contract/manifest.ts',
    'src/networks/codes.ts',
    'src/networks/generator.ts',
    'src/numerics/random.ts',
    'training/data/dataset.ts',
    'training/data/mnist/idx.ts',
    'training/data/strokes.ts',
    'training/data/strokes/render.ts',
    'training/export/onnx.ts',
    'training/methods/glo/train-step.ts',
  ]) {
    expect(sources).toContain(path);
  }
  for (const path of ['training/cli.ts', 'training/data/cli.ts', 'training/data/mnist/download.ts']) {
    expect(sources).not.toContain(path);
  }
  expect(sources).toEqual([...sources].sort());
});
