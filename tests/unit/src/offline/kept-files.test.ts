import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../../../src/numerics/digest.ts';
import { fileOfBuild, keep, keptBytes, readKept } from '../../../../src/offline/kept-files.ts';
import { offlinePage } from '../../../../src/offline/offline-page.ts';
import { memoryCache } from '../../../support/memory-cache.ts';

const root = 'https://host.example/repo/';
const table = { 'index.html': 'aa', 'noise/index.html': 'bb', '_astro/a.B1.js': 'cc', 'data/a b.png': 'dd' };
const find = (path: string) => fileOfBuild(new URL(path, root).href, root, table);

describe('fileOfBuild', () => {
  test('knows a page, an asset and a file by the path under the base, and keys it by its hash', () => {
    expect(find('')).toEqual({ key: `${root}index.html?sha256=aa`, sha256: 'aa', isNamedByHash: false });
    expect(find('noise/#fig-noise=sigma:1')?.key).toBe(`${root}noise/index.html?sha256=bb`);
    expect(find('_astro/a.B1.js')?.isNamedByHash).toBe(true);
    expect(find('data/a%20b.png')?.sha256).toBe('dd');
  });

  test('takes the hash that an address states, for files that no table has', () => {
    const file = find('models/x/weights.safetensors?sha256=ee');
    expect(file).toEqual({
      key: `${root}models/x/weights.safetensors?sha256=ee`,
      sha256: 'ee',
      isNamedByHash: true,
    });
  });

  test.each(['no-such-page/', 'noise', '__proto__', '/elsewhere/', 'https://other.example/repo/'])(
    'leaves %s to the server',
    (path) => {
      expect(find(path)).toBeUndefined();
    },
  );
});

describe('what is kept', () => {
  const text = 'a page';
  const fileOf = async () => ({
    key: `${root}index.html?sha256=1`,
    sha256: (await sha256Of(new TextEncoder().encode(text))).slice(0, 16),
    isNamedByHash: false,
  });
  const sent = (body: string) =>
    new Response(body, { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } });

  test('is the same answer again, unpacked, with its length', async () => {
    const [cache, file] = [memoryCache(), await fileOf()];
    expect(await (await keep(cache, file, sent(text)))?.text()).toBe(text);
    const kept = await readKept(cache, file);
    expect(await kept?.text()).toBe(text);
    expect(Object.fromEntries(kept?.headers ?? [])).toEqual({
      'content-type': 'text/html',
      'content-length': '6',
    });
    expect(await keptBytes(cache)).toBe(6);
  });

  test('is nothing of another build', async () => {
    const [cache, file] = [memoryCache(), await fileOf()];
    expect(await keep(cache, file, sent('another page'))).toBeUndefined();
    expect(await cache.keys()).toEqual([]);
  });

  test('is thrown away once it is damaged', async () => {
    const [cache, file] = [memoryCache(), await fileOf()];
    await cache.put(file.key, sent('damage'));
    expect(await readKept(cache, file)).toBeUndefined();
    expect(await cache.keys()).toEqual([]);
  });

  test('need not be kept: a browser without room answers all the same', async () => {
    const cache = memoryCache();
    cache.put = () => Promise.reject(new Error('QuotaExceededError'));
    expect(await (await keep(cache, await fileOf(), sent(text)))?.text()).toBe(text);
  });
});

test('A page that is not kept leads to those that are', async () => {
  const keys = ['index.html?sha256=1', 'noise/index.html?sha256=2', '_astro/a.js?sha256=3'];
  const page = offlinePage(
    keys.map((key) => ({ url: root + key })),
    root,
  );
  expect(page.status).toBe(503);
  const html = await page.text();
  expect(html).toContain('This page is not kept for reading offline');
  expect(html.match(/<a href="[^"]*">[^<]*/g)).toEqual([
    `<a href="${root}">Cover`,
    `<a href="${root}noise/">noise/`,
  ]);
});
