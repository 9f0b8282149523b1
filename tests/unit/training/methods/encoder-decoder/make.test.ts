import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  encoderDecoderGoldenShapes,
  type EncoderDecoderHistory,
} from '../../../../../src/contract/families/encoder-decoder.ts';
import { filesOf } from '../../../../../src/contract/manifest.ts';
import { readTensors, requireTensors } from '../../../../../src/networks/tensors-file.ts';
import { makeOnnx } from '../../../../../training/methods/make-onnx.ts';
import { methodOf } from '../../../../../training/methods/method-of.ts';
import { writeFolder } from '../../../../../training/store/write-folder.ts';
import { openEncoderDecoderOnnx } from '../../../../support/onnx.ts';
import { makeSmall, smallEncoders, type SmallRun } from '../../../../support/small-encoders.ts';

const fileOf = ({ files }: SmallRun, path: string) => files.get(path) ?? new Uint8Array();
const historyOf = (run: SmallRun) =>
  JSON.parse(new TextDecoder().decode(fileOf(run, 'history.json'))) as EncoderDecoderHistory;
const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));
};

describe.each(Object.entries(smallEncoders))('a small run of the kind %s', (_, recipe) => {
  const made = makeSmall(recipe);

  it('is a whole folder, from which its recipe can be read', async () => {
    const { manifest, files, epochs } = await made;
    expect(epochs.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: recipe.training.numEpochs }, (__, i) => i + 1),
    );
    expect([...files.keys()].sort()).toEqual(
      [...filesOf(manifest).map(({ path }) => path), 'manifest.json'].sort(),
    );
    const method = methodOf(recipe);
    expect(method.wouldMake(manifest, recipe)).toBe(true);
    const { ships: __, evaluation: ___, ...settings } = recipe;
    expect(method.recipeOf(manifest, true)).toMatchObject(settings);
    expect(method.wouldMake(manifest, { ...recipe, training: { ...recipe.training, seed: 2 } })).toBe(false);
  });

  it('gives the same bytes again', async () => {
    const again = await makeSmall(recipe);
    expect(again.files).toEqual((await made).files);
  });

  it('runs alike from its ONNX graph, to less than 2 levels of 255', async () => {
    const run = await made;
    const { manifest } = run;
    const { images, encodings, codes, pictures } = requireTensors(
      readTensors(fileOf(run, 'golden.safetensors'), 'golden'),
      encoderDecoderGoldenShapes(manifest),
      'golden',
    );
    const folder = await mkdtemp(join(tmpdir(), 'small-encoder-'));
    try {
      await writeFolder(join(folder, manifest.id), run.files);
      const onnx = await openEncoderDecoderOnnx(await makeOnnx(join(folder, manifest.id)), manifest.model);
      const largest = Math.max(...encodings.map(Math.abs));
      expect(largestDifference(await onnx.encode(images), encodings) / largest).toBeLessThan(2 / 255);
      expect(largestDifference(await onnx.decode(codes), pictures)).toBeLessThan(2 / 255);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('training', () => {
  it('lowers the loss of what is learned and of what is not', async () => {
    for (const recipe of [smallEncoders.linear, smallEncoders.dense, smallEncoders.convolutional]) {
      const { loss, validation } = historyOf(await makeSmall(recipe));
      expect(loss[1]).toBeLessThan(loss[0]);
      expect(validation[1]).toBeLessThan(validation[0]);
    }
  });

  it('first trains each pair of layers, where it is greedy', async () => {
    const { pretraining, loss } = historyOf(await makeSmall(smallEncoders.stacked));
    expect(pretraining?.map(({ length }) => length)).toEqual([1, 1, 1]);
    const atOnce = { ...smallEncoders.stacked.training, pretrainingEpochs: 0 };
    const other = historyOf(await makeSmall({ ...smallEncoders.stacked, training: atOnce }));
    expect(other.pretraining).toBeUndefined();
    expect(loss[0]).toBeLessThan(other.loss[0]);
  });

  it('finds no better linear map than PCA does', async () => {
    const [pca, linear] = [await makeSmall(smallEncoders.pca), await makeSmall(smallEncoders.linear)];
    expect(historyOf(pca).loss[0]).toBeLessThan(historyOf(linear).loss[1]);
  });

  it('that diverges ends with a message and the run before', async () => {
    const { training } = smallEncoders.linear;
    const run = await makeSmall({ ...smallEncoders.linear, training: { ...training, learningRate: 1e30 } });
    expect(run.manifest.ending.kind).toBe('diverged');
    expect(run.manifest.ending.message).toMatch(
      /^Training diverged at step \d+ \(epoch 1\): the loss is \S+\. This is the run after epoch 0\.$/,
    );
    expect(historyOf(run).loss).toEqual([]);
  });

  it('whose posterior collapses says so, and keeps its pictures', async () => {
    const { training } = smallEncoders.convolutional;
    const run = await makeSmall({
      ...smallEncoders.convolutional,
      training: { ...training, dataVariance: 1e3, numEpochs: 3, rateDecays: false },
    });
    expect(run.manifest.ending).toEqual({
      kind: 'collapsed',
      message:
        'Collapsed: after 3 epochs no code number tells images apart, so every image is reconstructed as the same picture.',
    });
    expect(fileOf(run, 'preview-samples.png').length).toBeGreaterThan(0);
  });
});
