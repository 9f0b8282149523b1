import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MeasuredRecipe } from '../../../../training/recipes/recipe.ts';
import { recipes } from '../../../../training/methods/registry.ts';
import { folderOfFirstStage, firstStageOf, inOrder } from '../../../../training/plan/first-stages.ts';

const idOf = ({ id }: { readonly id: string }) => id;
const recipe = (id: string): MeasuredRecipe => {
  const [found] = recipes.filter((known) => known.id === id);
  return found;
};
const second = recipe('amortized-mnist-lord-sigma0.3-frozen');
const first = recipe('glo-mnist-lord-sigma0.3');

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'glo-first-stages-'));
});
afterAll(() => rm(out, { recursive: true }));

it('only the second stage begins at another run', () => {
  expect(firstStageOf(second)).toBe(first);
  const others = recipes.filter(({ family }) => family !== 'amortized');
  expect(others.filter((each) => firstStageOf(each) !== undefined)).toEqual([]);
});

it('runs that others begin at are made before them', async () => {
  const order = await inOrder([second, first], out);
  expect(order.first.map(idOf)).toEqual([first.id]);
  expect(order.then.map(idOf)).toEqual([second.id]);
});

it('a first stage that nobody asked for is not made where the shipped one serves', async () => {
  expect((await inOrder([second], out)).first).toEqual([]);
  expect(await folderOfFirstStage(first, { recipes: [second], out })).toBe(`public/models/${first.id}`);
});

it('a first stage that is asked for is taken from where it will be', async () => {
  expect(await folderOfFirstStage(first, { recipes: [second, first], out })).toBe(join(out, first.id));
});
