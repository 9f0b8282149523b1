import { expect, test } from 'vitest';
import { openBuilds } from '../../../../src/offline/builds.ts';
import type { BuildTable } from '../../../../src/offline/kept-files.ts';
import { memoryCache } from '../../../support/memory-cache.ts';

const root = 'https://host.example/repo/';
const [a, b] = [`${root}build-a.json`, `${root}build-b.json`];
const tables: Partial<Record<string, BuildTable>> = {
  [a]: { 'index.html': '1', 'favicon.svg': '3' },
  [b]: { 'index.html': '2', 'favicon.svg': '3' },
};
const tableOf = (build: string) => Promise.resolve(tables[build]);
const keysOf = async (cache: Cache) => (await cache.keys()).map(({ url }) => url.slice(root.length)).sort();

test('A page that nobody remembers is of the build that asks; one of a newer build is of none', async () => {
  const builds = openBuilds(memoryCache(), root, a);
  expect(await builds.of('page')).toBe(a);
  await builds.remember('page', undefined);
  expect(await builds.of('page')).toBeUndefined();
});

test('When the next build begins, who is open stays with the one before, and who came from the next is of that', async () => {
  const cache = memoryCache();
  const before = openBuilds(cache, root, a);
  await before.begin([], tableOf);
  await before.remember('of a', a);
  await before.remember('of b', undefined);
  const after = openBuilds(cache, root, b);
  await after.begin(['of a', 'of b', 'there before any'], tableOf);
  expect(await after.of('of a')).toBe(a);
  expect(await after.of('there before any')).toBe(a);
  expect(await after.of('of b')).toBe(b);
  expect(await after.of('new')).toBe(b);
});

test('What no open page can ask for is dropped; checkpoints stay', async () => {
  const cache = memoryCache();
  const put = (...names: string[]) =>
    Promise.all(names.map((name) => cache.put(root + name, new Response('kept'))));
  await openBuilds(cache, root, a).begin([], tableOf);
  const shared = ['favicon.svg?sha256=3', 'models/x/weights.safetensors?sha256=4'];
  await put(
    'build-a.json',
    'build-b.json',
    'index.html?sha256=1',
    'index.html?sha256=2',
    ...shared,
    'open/closed',
  );

  const builds = openBuilds(cache, root, b);
  await builds.begin(['page'], tableOf);
  expect(await keysOf(cache)).toEqual([
    'build-a.json',
    'build-b.json',
    'favicon.svg?sha256=3',
    'index.html?sha256=1',
    'index.html?sha256=2',
    'models/x/weights.safetensors?sha256=4',
    'newest-build',
    'open/page',
  ]);

  await builds.begin([], tableOf);
  expect(await keysOf(cache)).toEqual([
    'build-b.json',
    'favicon.svg?sha256=3',
    'index.html?sha256=2',
    'models/x/weights.safetensors?sha256=4',
    'newest-build',
  ]);
});
