import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readManifests } from '../../../../src/components/build/manifests.ts';
import { readFacts } from '../../../../src/library/facts.ts';
import { serveFiles, type FileServer } from '../engine/file-server.ts';

const initialId = 'glo-mnist-lord-sigma0.3';
const served = ['index.json', `${initialId}/manifest.json`, 'classifier-mnist-judge/manifest.json'];

let server: FileServer;
beforeEach(async () => {
  server = await serveFiles();
  for (const path of served) server.files.set(`models/${path}`, readFileSync(`public/models/${path}`));
});
afterEach(() => server.close());

const read = () =>
  readFacts({
    modelsUrl: `${server.url}models/`,
    originalsUrl: undefined,
    preview: 'transfers',
    signal: new AbortController().signal,
  });

it('a figure elsewhere has the checkpoints of the site’s toggles, and starts with the same', async () => {
  const facts = await read();
  expect(facts.checkpoints.map(({ id }) => id)).toEqual(readManifests().map(({ id }) => id));
  expect(facts.initial).toEqual({ preset: 'lord', sigma: 0.3 });
  expect(facts.previewFile).toBe('preview-transfers.png');
  expect(facts.previewImages).toHaveLength(facts.numClasses);
  expect(facts.judge?.accuracy).toBeGreaterThan(0.99);
});

it('a folder without models is named, with what to give instead', async () => {
  server.files.delete('models/index.json');
  await expect(read()).rejects.toMatchObject({
    code: 'checkpoint-missing',
    message: `There are no models at ${server.url}models/: ${server.url}models/index.json answered 404. Give the folder that holds index.json.`,
  });
});

it('a folder without a run of GLO on MNIST is refused in words', async () => {
  const { contractVersion } = JSON.parse(readFileSync('public/models/index.json', 'utf8')) as {
    contractVersion: number;
  };
  server.files.set('models/index.json', Buffer.from(JSON.stringify({ contractVersion, checkpoints: [] })));
  await expect(read()).rejects.toThrow(
    `${server.url}models/index.json names no run of GLO on MNIST. Give the folder that npm run train:all fills.`,
  );
});
