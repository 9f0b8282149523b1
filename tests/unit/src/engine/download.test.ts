/** Files asked for before anyone downloads them: fetched once, and told of as if they had just been asked for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askEarly, download } from '../../../../src/engine/download.ts';
import { serveFiles, type FileServer } from './file-server.ts';

const bytes = Uint8Array.of(1, 2, 3, 4, 5);
let server: FileServer;
let url: string;
beforeEach(async () => {
  server = await serveFiles();
  server.files.set('file', bytes);
  url = `${server.url}file`;
});
afterEach(() => server.close());

describe('a file asked for early', () => {
  it('is fetched once, counted, and fetched anew by the next who wants it', async () => {
    askEarly(url);
    let counted = 0;
    expect(await download(url, { onBytes: (count) => (counted += count) })).toEqual(bytes);
    expect(counted).toBe(bytes.length);
    expect(server.requests).toHaveLength(1);
    await download(url);
    expect(server.requests).toHaveLength(2);
  });

  it('fails for the one who downloads it, and no longer for the next', async () => {
    await server.close();
    askEarly(url);
    await expect(download(url)).rejects.toThrow(`Could not load ${url}. Check the connection and try again.`);
    server = await serveFiles();
    server.files.set('file', bytes);
    expect(await download(`${server.url}file`)).toEqual(bytes);
  });

  it('is missing as any other may be', async () => {
    askEarly(`${server.url}nothing`);
    expect(await download(`${server.url}nothing`)).toBeUndefined();
  });

  it('stops when the one who downloads it gives up', async () => {
    askEarly(url);
    const giveUp = new AbortController();
    giveUp.abort();
    await expect(download(url, { signal: giveUp.signal })).rejects.toMatchObject({ code: 'aborted' });
    expect(await download(url)).toEqual(bytes);
  });
});
