/** A session and the runs that a checkpoint keeps from before its end: drawn from their own files, checked like all others. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { snapshotFiles } from '../../../../src/contract/ids.ts';
import { type GloManifest, codeShapes, withFirstImages } from '../../../../src/contract/families/glo.ts';
import { parseManifestOf } from '../../../../src/contract/manifest.ts';
import { snapshotKey } from '../../../../src/engine/checkpoint-key.ts';
import { createSession, type Session } from '../../../../src/engine/session.ts';
import { transfers } from '../../../../src/networks/generator/codes.ts';
import { writeTensors } from '../../../../src/networks/tensors-file.ts';
import { serveFiles, type FileServer } from './file-server.ts';
import { nodeAdapter } from './node-adapters.ts';
import { smallCheckpoint } from './small-checkpoint.ts';

/** The finished run, and the one whose weights and first codes stand for it after epoch 4. */
const whole = smallCheckpoint('glo-strokes-small');
const earlier = smallCheckpoint('glo-strokes-earlier');
const numImages = 6;
const { id } = whole.manifest;
const key = snapshotKey(id, 4);
const { weights: weightsPath, codes: codesPath } = snapshotFiles(4);
const contents = [0, 2, 5];
const classes = [1, 3];

let server: FileServer;
let session: Session;
beforeEach(async () => {
  server = await serveFiles();
  const weights = earlier.files.get('weights.safetensors') ?? new Uint8Array();
  const codes = writeTensors(
    {
      content_codes: earlier.contentCodes.subarray(0, numImages * 4),
      class_codes: earlier.classCodes,
    },
    codeShapes({ ...whole.manifest, dataset: withFirstImages(whole.manifest.dataset, numImages) }),
    () => 'F16',
  );
  const entry = (path: string, bytes: Uint8Array) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const manifest: GloManifest = parseManifestOf('glo')(
    {
      ...whole.manifest,
      training: { ...whole.manifest.training, numEpochs: 8 },
      snapshots: {
        numImages,
        epochs: [{ epoch: 4, weights: entry(weightsPath, weights), codes: entry(codesPath, codes) }],
      },
    },
    'a checkpoint with a snapshot',
  );
  for (const [path, bytes] of whole.files) server.files.set(`models/${id}/${path}`, bytes);
  server.files.set(`models/${id}/manifest.json`, new TextEncoder().encode(JSON.stringify(manifest)));
  server.files.set(`models/${id}/${weightsPath}`, weights);
  server.files.set(`models/${id}/${codesPath}`, codes);
  session = createSession({
    adapter: nodeAdapter('tfjs', server),
    modelsUrl: `${server.url}models/`,
  });
});
afterEach(() => server.close());

it('a snapshot loads with its own codes, of the first images alone', async () => {
  const { manifest, contentCodes, classCodes } = await session.load('glo', key);
  expect(manifest.id).toBe(id);
  expect(manifest.training.numEpochs).toBe(4);
  expect([manifest.dataset.numImages, manifest.dataset.labels]).toEqual([
    numImages,
    whole.manifest.dataset.labels.slice(0, numImages),
  ]);
  expect(contentCodes).toEqual(earlier.contentCodes.subarray(0, numImages * 4));
  expect(classCodes).toEqual(earlier.classCodes);
});

it('a snapshot draws what its own weights draw, and the finished run is another model', async () => {
  const asEarlier = createSession({
    adapter: nodeAdapter('tfjs', server),
    modelsUrl: `${server.url}models/`,
  });
  for (const [path, bytes] of earlier.files) server.files.set(`models/${earlier.manifest.id}/${path}`, bytes);
  const drawn = await session.run(
    'generate',
    key,
    transfers(await session.load('glo', key), { contents, classes }),
  );
  const batch = transfers(earlier, { contents, classes });
  expect(drawn).toEqual(await asEarlier.run('generate', earlier.manifest.id, batch));
  const finished = await session.run(
    'generate',
    id,
    transfers(await session.load('glo', id), { contents, classes }),
  );
  expect(finished).not.toEqual(drawn);
});

it('a snapshot counts the bytes of its own files, and no other is asked for', async () => {
  await session.load('glo', id);
  server.requests.length = 0;
  let total = 0;
  await session.load('glo', key, { onProgress: ({ totalBytes }) => (total = totalBytes) });
  const size = (path: string) => server.files.get(`models/${id}/${path}`)?.length ?? NaN;
  expect(total).toBe(size(weightsPath) + size(codesPath));
  expect(server.requests.map((path) => path.replace(/\?.*/, '')).sort()).toEqual(
    [codesPath, weightsPath, 'manifest.json'].map((path) => `models/${id}/${path}`),
  );
});

it('a snapshot with one wrong bit is refused', async () => {
  const bytes = Uint8Array.from(server.files.get(`models/${id}/${weightsPath}`) ?? []);
  bytes[bytes.length - 1] ^= 1;
  server.files.set(`models/${id}/${weightsPath}`, bytes);
  await expect(session.load('glo', key)).rejects.toMatchObject({
    code: 'wrong-hash',
    message: expect.stringContaining(
      `epoch4-weights.safetensors of checkpoint "${id}" is not the file`,
    ) as string,
  });
});

it('an epoch that is not kept is missing, and the message names those that are', async () => {
  await expect(session.load('glo', snapshotKey(id, 5))).rejects.toMatchObject({
    code: 'checkpoint-missing',
    message: `Checkpoint "${id}" does not keep epoch 5; of the epochs before its last it keeps: 4. Choose another.`,
  });
});

it('an engine that reads ONNX files says that a snapshot has none', async () => {
  const onnx = createSession({ adapter: nodeAdapter('onnx', server), modelsUrl: `${server.url}models/` });
  await expect(onnx.load('glo', key)).rejects.toMatchObject({
    code: 'internal',
    message: `Epoch 4 of checkpoint "${id}" has weights alone, and this engine reads another file. Choose tfjs.`,
  });
});
