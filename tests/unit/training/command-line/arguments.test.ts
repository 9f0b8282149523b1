import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outFolder, parseShard, selectRecipes } from '../../../../training/command-line/arguments.ts';
import { recipes } from '../../../../training/methods/registry.ts';

describe('parseShard', () => {
  test.each([1, 2, 4, 7, 500])('%d shards share everything, each run in exactly one', (numShards) => {
    const shards = Array.from({ length: numShards }, (_, i) => parseShard(`${i + 1}/${numShards}`));
    for (let index = 0; index < 200; index++) {
      expect(shards.filter((isMine) => isMine(index))).toHaveLength(1);
    }
  });

  test('shards differ by one run at most', () => {
    const sizes = [1, 2, 3, 4].map((part) => recipes.filter((_, i) => parseShard(`${part}/4`)(i)).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('without a shard everything is asked for', () => {
    expect([0, 1, 2].every(parseShard(undefined))).toBe(true);
  });

  test.each(['0/4', '5/4', '1/0', '1', '1/', '/4', '-1/4', '1.5/4', 'a/b', '1/4/2', ''])(
    '%j is refused',
    (text) => {
      expect(() => parseShard(text)).toThrow(
        `--shard takes i/n with i from 1 to n, for example 1/4, not ${JSON.stringify(text)}.`,
      );
    },
  );
});

describe('outFolder', () => {
  test('knows the models folder however it is spelled', () => {
    for (const text of ['public/models', 'public/models/', './public/models', resolve('public/models')]) {
      expect(outFolder(text)).toBe('public/models');
    }
  });

  test('leaves any other folder as it was given', () => {
    for (const text of ['runs/models', '/tmp/public/models', '.', 'public'])
      expect(outFolder(text)).toBe(text);
  });
});

describe('selectRecipes', () => {
  test('gives each recipe once, whatever names it', () => {
    const id = 'glo-mnist-lord-sigma0.3';
    expect(
      selectRecipes([id, 'glo-mnist-lord-sigma0.*', id]).recipes.filter((recipe) => recipe.id === id),
    ).toHaveLength(1);
  });

  test('a glob may name named too', () => {
    const { recipes: found, named } = selectRecipes(['classifier-*-judge']);
    expect(found).toEqual([]);
    expect(named.map(({ id }) => id)).toEqual(['classifier-mnist-judge', 'classifier-strokes-judge']);
  });
});
