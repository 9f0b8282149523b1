import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ganGoldenShapes, type GanHistory } from '../../../../../src/contract/families/gan.ts';
import { filesOf } from '../../../../../src/contract/manifest.ts';
import { storedShapes } from '../../../../../src/networks/gan/predictor.ts';
import { readTensors, requireTensors } from '../../../../../src/networks/tensors-file.ts';
import { makeOnnx } from '../../../../../training/methods/make-onnx.ts';
import { ganMethod } from '../../../../../training/methods/gan/method.ts';
import { writeFolder } from '../../../../../training/store/write-folder.ts';
import { openGanOnnx } from '../../../../support/onnx.ts';
import { makeSmallGan, smallGan, smallWgan, type SmallGame } from '../../../../support/small-gans.ts';

const fileOf = ({ files }: SmallGame, path: string) => files.get(path) ?? new Uint8Array();
const historyOf = (game: SmallGame) =>
  JSON.parse(new TextDecoder().decode(fileOf(game, 'history.json'))) as GanHistory;

/** On the scale of the largest number expected. */
const difference = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(...Array.from(expected, Math.abs));
  return Math.max(...Array.from(actual, (value, i) => Math.abs(value - expected[i]))) / scale;
};

describe.each([
  ['SN-GAN', smallGan],
  ['WGAN', smallWgan('clipping')],
  ['WGAN with gradient penalty', smallWgan('gradient-penalty')],
])('a small %s', (_, recipe) => {
  const made = makeSmallGan(recipe);

  it('is a whole folder, from which its recipe can be read', async () => {
    const { manifest, files, epochs } = await made;
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect([...files.keys()].sort()).toEqual(
      [...filesOf(manifest).map(({ path }) => path), 'manifest.json'].sort(),
    );
    expect(ganMethod.wouldMake(manifest, recipe)).toBe(true);
    const { ships: __, evaluation: ___, ...settings } = recipe;
    expect(ganMethod.recipeOf(manifest, true)).toMatchObject(settings);
    const { training } = recipe;
    expect(ganMethod.wouldMake(manifest, { ...recipe, training: { ...training, criticSteps: 7 } })).toBe(
      false,
    );
  });

  it('gives the same bytes again', async () => {
    expect((await makeSmallGan(recipe)).files).toEqual((await made).files);
  });

  it('has curves of every epoch', async () => {
    const { scores, ...curves } = historyOf(await made);
    for (const curve of Object.values(curves)) expect(curve).toHaveLength(3);
    const total = (bins: readonly number[]) => bins.reduce((sum, count) => sum + count, 0);
    for (const { from, to, real, fake } of scores) {
      expect(to).toBeGreaterThan(from);
      expect([total(real), total(fake)]).toEqual([210, 210]);
    }
    expect(curves.penalty.every((value) => value > 0)).toBe(
      recipe.training.constraint === 'gradient-penalty',
    );
  });

  it('runs alike from its ONNX graph: pictures, scores and what they look at', async () => {
    const game = await made;
    const { manifest } = game;
    const { images, scores, gradients, codes, pictures } = requireTensors(
      readTensors(fileOf(game, 'golden.safetensors'), 'golden'),
      ganGoldenShapes(manifest),
      'golden',
    );
    const folder = await mkdtemp(join(tmpdir(), 'small-gan-'));
    try {
      await writeFolder(join(folder, manifest.id), game.files);
      const onnx = await openGanOnnx(await makeOnnx(join(folder, manifest.id)), manifest.model);
      expect(difference(await onnx.generate(codes), pictures)).toBeLessThan(1e-4);
      const judged = await onnx.discriminate(images);
      expect(difference(judged.scores, scores)).toBeLessThan(1e-4);
      expect(difference(judged.gradients, gradients)).toBeLessThan(1e-4);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a game', () => {
  it('keeps what a shorter one ends with', async () => {
    const [game, shorter] = [
      await makeSmallGan(smallGan),
      await makeSmallGan({
        ...smallGan,
        training: { ...smallGan.training, numEpochs: 2 },
        snapshotEpochs: [1],
      }),
    ];
    expect(fileOf(game, 'epoch2-weights.safetensors')).toEqual(fileOf(shorter, 'weights.safetensors'));
    expect(fileOf(game, 'epoch1-weights.safetensors')).toEqual(fileOf(shorter, 'epoch1-weights.safetensors'));
  });

  it('stores weights of a clipped critic within the clip', async () => {
    const game = await makeSmallGan(smallWgan('clipping'));
    const weights = requireTensors(
      readTensors(fileOf(game, 'weights.safetensors'), 'weights'),
      storedShapes(game.manifest.model),
      'weights',
    );
    for (const [name, values] of Object.entries(weights)) {
      if (name.startsWith('discriminator')) expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.01001);
    }
  });

  it('whose pictures are read alike says that it collapsed', async () => {
    // A classifier that was never trained reads all alike.
    const { ending } = (await makeSmallGan(smallGan)).manifest;
    expect(ending.kind).toBe('collapsed');
    expect(ending.message).toMatch(
      /^Collapsed: after 12 generator steps whatever is drawn is read alike \(Inception Score 1\.\d\d of 210 pictures\)\.$/,
    );
  });

  it('that diverges ends with a message and the run before', async () => {
    const game = await makeSmallGan(smallWgan('gradient-penalty', { kind: 'rmsprop', rate: 1e30 }));
    expect(game.manifest.ending.kind).toBe('diverged');
    expect(game.manifest.ending.message).toMatch(
      /^Training diverged at generator step \d+ \(epoch 1\): a \S+ is not a number\. This is the run after epoch 0\.$/,
    );
    expect(historyOf(game).inception).toEqual([]);
    expect(fileOf(game, 'epochs.png').length).toBeGreaterThan(0);
  });
});
