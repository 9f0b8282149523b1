import { beforeAll, describe, expect, it } from 'vitest';
import { parseHistoryOf } from '../../../../../src/contract/history.ts';
import { filesOf } from '../../../../../src/contract/manifest.ts';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { amortizedMethod } from '../../../../../training/methods/amortized/method.ts';
import type { AmortizedRecipe } from '../../../../../training/recipes/amortized.ts';
import {
  makeSmallAmortized,
  smallAmortized,
  type SmallAmortized,
} from '../../../../support/small-amortized.ts';

const tuned: AmortizedRecipe = {
  ...smallAmortized,
  id: 'amortized-strokes-small-tuned',
  training: { ...smallAmortized.training, generatorRate: 1e-3 },
};

const none = { images: new Uint8Array(), labels: new Uint8Array() };

/** Each is made once for all that is asked of it. */
let made: Readonly<Record<'still' | 'learned', SmallAmortized>>;
beforeAll(async () => {
  await startWasmBackend();
  made = { still: await makeSmallAmortized(smallAmortized), learned: await makeSmallAmortized(tuned) };
}, 60_000);

describe.each([
  ['whose generator stands still', 'still', smallAmortized],
  ['whose generator learns on', 'learned', tuned],
] as const)('a small second stage %s', (_, name, recipe) => {
  it('is a whole folder, from which its recipe can be read, and the same bytes again', async () => {
    const { manifest, files, epochs } = made[name];
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect([...files.keys()].sort()).toEqual(
      [...filesOf(manifest).map(({ path }) => path), 'manifest.json'].sort(),
    );
    expect(amortizedMethod.wouldMake(manifest, recipe)).toBe(true);
    const other = { ...recipe, source: { ...recipe.source, id: 'glo-strokes-exercise-sigma2' } };
    expect(amortizedMethod.wouldMake(manifest, other)).toBe(false);
    expect((await makeSmallAmortized(recipe)).files).toEqual(files);
  });

  it('comes nearer to the learned codes from epoch to epoch', () => {
    const { files } = made[name];
    const history = parseHistoryOf('amortized')(
      JSON.parse(new TextDecoder().decode(files.get('history.json'))) as unknown,
      'history.json',
    );
    for (const curve of Object.values(history)) expect(curve).toHaveLength(3);
    expect(history.classDistance[2]).toBeLessThan(history.classDistance[0]);
    expect(history.loss[2]).toBeLessThan(history.loss[0]);
  });
});

it('a generator that stands still is that of the first stage, and one that learns on is another', async () => {
  const hash = ({ manifest }: SmallAmortized) => manifest.files.weights.sha256;
  const again = await makeSmallAmortized({
    ...smallAmortized,
    training: { ...smallAmortized.training, seed: 2 },
  });
  expect(hash(again)).toBe(hash(made.still));
  expect(hash(made.learned)).not.toBe(hash(made.still));
});

it('without its first stage it says what is missing', async () => {
  const made = amortizedMethod.make({
    recipe: smallAmortized,
    data: none,
    validation: none,
    provenance: { command: 'npm test', codeVersion: '0'.repeat(64) },
  });
  await expect(made.next()).rejects.toThrow(
    'amortized-strokes-small-frozen begins at glo-strokes-exercise-sigma0.3, and no folder is given.',
  );
});
