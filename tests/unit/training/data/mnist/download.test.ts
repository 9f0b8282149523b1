/** Against real servers on this machine, each of which fails in its own way. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { downloadIdx, type DownloadOptions } from '../../../../../training/data/mnist/download.ts';
import { makeProject, tinyBytes, tinyFile, tinyValues } from '../../../../support/tiny-idx.ts';

const gz = gzipSync(tinyBytes);
const half = gz.length >> 1;
const fileName = `${tinyFile.name}.gz`;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A mirror's address, and what was asked of it. */
async function serve(
  handler: Handler,
  { closed = false } = {},
): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist/`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  if (closed) close();
  else onTestFinished(close);
  return { url, requests };
}

const send =
  (body: Uint8Array, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-length': body.length, etag: '"tiny"' }).end(body);

const neverAnswer: Handler = () => undefined;

/** Promises the whole file, sends half of it, and then nothing. */
const sendHalf: Handler = (_, response) =>
  response.writeHead(200, { 'content-length': gz.length, etag: '"tiny"' }).write(gz.subarray(0, half));

/** Honours a range, if it is of the file it has. */
const sendRest: Handler = (request, response) => {
  if (request.headers['if-range'] !== '"tiny"') {
    send(gz)(request, response);
    return;
  }
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
  response.writeHead(206, {
    'content-range': `bytes ${start}-${gz.length - 1}/${gz.length}`,
    'content-length': gz.length - start,
  });
  response.end(gz.subarray(start));
};

/** Downloads into an empty project, without waiting between rounds; `lines` is what it said. */
async function download(mirrors: readonly string[], options: DownloadOptions = {}) {
  const root = options.root ?? makeProject();
  const lines: string[] = [];
  const result = downloadIdx(tinyFile, {
    root,
    mirrors,
    retryDelayMs: 0,
    progress: { line: (text) => lines.push(text), bytes: () => undefined },
    ...options,
  });
  const [outcome] = await Promise.allSettled([result]);
  const folder = join(root, 'data/mnist');
  return { outcome, lines, files: existsSync(folder) ? readdirSync(folder) : [], folder };
}

const failed = (code: string, ...reasons: string[]) => ({
  status: 'rejected',
  reason: expect.objectContaining({
    name: 'MnistError',
    code,
    message:
      `${fileName} could not be downloaded.\n${reasons.map((line) => `  ${line}\n`).join('')}` +
      "Check the network and run npm run data again, or put MNIST's four files into data/mnist by hand (DATA.md).",
  }) as Error,
});

describe('downloading', () => {
  it('keeps the file as it came, checked, and leaves nothing else', async () => {
    const mirror = await serve(send(gz));
    const { outcome, files, folder, lines } = await download([mirror.url]);
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(files).toEqual([fileName]);
    expect(readFileSync(join(folder, fileName)).equals(gz)).toBe(true);
    expect(mirror.requests.map(({ url }) => url)).toEqual([`/mnist/${fileName}`]);
    expect(lines).toEqual([
      `Getting ${fileName} from ${mirror.url}`,
      `${fileName} is in data/mnist, checked.`,
    ]);
  });

  it('names the file for what it is when a server unpacks it on the way', async () => {
    const { outcome, files } = await download([(await serve(send(tinyBytes))).url]);
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(files).toEqual([tinyFile.name]);
  });

  it('tells how many bytes have come of how many', async () => {
    const counts: unknown[] = [];
    const { url } = await serve(send(gz));
    await download([url], {
      progress: { line: () => undefined, bytes: (...count) => counts.push(count) },
    });
    expect(counts.at(-1)).toEqual([fileName, gz.length, gz.length]);
  });

  it.each<[string, Handler]>([
    ['answers 500', send(Buffer.from('sorry'), 500)],
    ['answers 404', send(Buffer.from('no'), 404)],
    ['never answers', neverAnswer],
    ['falls silent half-way', sendHalf],
    ['hangs up at once', (_, response) => response.destroy()],
    ['sends half and calls it all', send(gz.subarray(0, half))],
    ['sends another file of the same shape', send(Buffer.concat([tinyBytes.subarray(0, 27), Buffer.of(0)]))],
    ['sends a web page', send(Buffer.from('<!doctype html>Please log in'))],
    ['sends without end', (_, response) => response.writeHead(200).write(Buffer.alloc(10_000, 1))],
    [
      'goes on from another place than asked',
      (_, response) => response.writeHead(206, { 'content-range': 'bytes 7-9/10' }).end('abc'),
    ],
  ])('goes to the second mirror when the first %s', async (_, handler) => {
    const first = await serve(handler);
    const second = await serve(send(gz));
    const { outcome, files } = await download([first.url, second.url], {
      connectTimeoutMs: 1000,
      stallTimeoutMs: 100,
    });
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(first.requests).toHaveLength(1);
    expect(second.requests).toHaveLength(1);
    expect(files).toEqual([fileName]);
  });

  it('goes on where a broken transfer stopped, on another mirror with the same file', async () => {
    const first = await serve(sendHalf);
    const second = await serve(sendRest);
    const { outcome, lines } = await download([first.url, second.url], { stallTimeoutMs: 100 });
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(second.requests[0].headers).toMatchObject({ range: `bytes=${half}-`, 'if-range': '"tiny"' });
    expect(lines).toContain(`Going on with ${fileName} from ${second.url}`);
  });

  it('says where a connection broke, and goes on from there', async () => {
    let hangUp = () => undefined as unknown;
    const { url, requests } = await serve((request, response) => {
      if (requests.length > 1) sendRest(request, response);
      else sendHalf(request, response);
      hangUp = () => response.destroy();
    });
    const lines: string[] = [];
    const { outcome } = await download([url], {
      progress: {
        line: (text) => lines.push(text),
        bytes: (_, receivedBytes) => {
          if (receivedBytes === half) hangUp();
        },
      },
    });
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(lines[1]).toBe(`  ${url}: the connection broke after ${half} bytes (other side closed)`);
    expect(requests[1].headers.range).toBe(`bytes=${half}-`);
  });

  it('starts again on a mirror that has compressed the file otherwise', async () => {
    const other = gzipSync(tinyBytes, { level: 0 });
    const first = await serve(sendHalf);
    const second = await serve((_, response) =>
      response.writeHead(200, { 'content-length': other.length, etag: '"other"' }).end(other),
    );
    const { outcome, folder } = await download([first.url, second.url], { stallTimeoutMs: 100 });
    expect(outcome).toMatchObject({ status: 'fulfilled' });
    expect(readFileSync(join(folder, fileName)).equals(other)).toBe(true);
  });

  it('comes back to the first mirror in a further round', async () => {
    let numRequests = 0;
    const { url, requests } = await serve((request, response) => {
      numRequests += 1;
      send(numRequests < 3 ? Buffer.from('busy') : gz, numRequests < 3 ? 503 : 200)(request, response);
    });
    expect((await download([url])).outcome).toMatchObject({ status: 'fulfilled' });
    expect(requests).toHaveLength(3);
  });
});

describe('a download that fails', () => {
  it('says for each mirror what it did, and what to do', async () => {
    const busy = await serve(send(Buffer.from('busy'), 503));
    const gone = await serve(neverAnswer);
    const { outcome, files } = await download([busy.url, gone.url], { connectTimeoutMs: 200, numRounds: 1 });
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unreachable' } });
    const { message } = (outcome as PromiseRejectedResult).reason as Error;
    expect(message).toMatch(
      new RegExp(
        `^${fileName} could not be downloaded\\.\n  ${busy.url}: HTTP 503\n  ${gone.url}: no answer for 0\\.\\d s\n`,
      ),
    );
    expect(files).toEqual([]);
  });

  it('is unreachable when nothing listens', async () => {
    const { url } = await serve(neverAnswer, { closed: true });
    expect((await download([url])).outcome).toEqual(
      failed('unreachable', `${url}: no connection (connect ECONNREFUSED ${new URL(url).host})`),
    );
  });

  it('gives up once no mirror has answered for the time it was given, however many rounds are left', async () => {
    const first = await serve(neverAnswer);
    const second = await serve(neverAnswer);
    const { outcome, lines } = await download([first.url, second.url], {
      connectTimeoutMs: 1000,
      numRounds: 1000,
    });
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unreachable' } });
    expect(lines).toContain(`  ${first.url}: no answer for 0.5 s`);
    expect(first.requests).toHaveLength(1);
    expect(second.requests).toHaveLength(1);
  });

  it.each([
    ['truncated', gz.subarray(0, half), /^it ends after \d+ of 28 bytes \(uncompressed\)\.$/],
    ['wrong-magic', Buffer.from('<!doctype html>'), /^it starts with 0x3c21646f, where idx images start/],
    ['wrong-hash', Buffer.concat([tinyBytes.subarray(0, 27), Buffer.of(0)]), /content is not MNIST's/],
    ['wrong-header', Buffer.concat([tinyBytes.subarray(0, 7), Buffer.of(3), tinyValues]), /says 3 images/],
  ])('is %s when that is what every mirror sends, and keeps nothing', async (code, body, reason) => {
    const { url } = await serve(send(body));
    const { outcome, files, lines } = await download([url], { numRounds: 1 });
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code } });
    expect(lines.at(-1)?.replace(`  ${url}: `, '')).toMatch(reason);
    expect(files).toEqual([]);
  });

  it('says so when what arrived cannot be written', async () => {
    const root = makeProject();
    writeFileSync(join(root, 'data'), 'a file where the folder should be');
    const { url } = await serve(send(gz));
    const { outcome } = await download([url], { root });
    rmSync(join(root, 'data'));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unwritable' } });
    const { message } = (outcome as PromiseRejectedResult).reason as Error;
    expect(message).toMatch(
      new RegExp(
        `^data/mnist/${fileName} arrived whole and could not be written \\(ENOTDIR: .+\\)\\.\n` +
          'Make the folder writable, or put the four files elsewhere and point MNIST_DIR at them \\(DATA\\.md\\)\\.$',
      ),
    );
  });
});
