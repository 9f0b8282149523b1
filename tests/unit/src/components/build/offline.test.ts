import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tableOfFolder } from '../../../../../src/components/build/offline.ts';

test('The table of a build has every file by its hash, but checkpoints, whose addresses have it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glo-table-'));
  await mkdir(join(folder, 'models/x'), { recursive: true });
  for (const file of [
    'index.html',
    'models/x/manifest.json',
    'models/x/weights.safetensors',
    'models/x/a.onnx',
  ])
    await writeFile(join(folder, file), 'abc');
  expect(await tableOfFolder(`${folder}/`)).toEqual({
    'index.html': 'ba7816bf8f01cfea',
    'models/x/manifest.json': 'ba7816bf8f01cfea',
  });
  await rm(folder, { recursive: true });
});
