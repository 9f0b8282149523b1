/** Serves a folder over one slow line: so many bits a second for everyone together, and a delay before each answer. Text, scripts and wasm go gzipped. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { contentTypeOf } from '../content-types.ts';

export interface Line {
  readonly bitsPerSecond: number;
  readonly latencyMs: number;
}

export interface Sent {
  readonly path: string;
  /** As sent, without headers. */
  readonly bytes: number;
}

/** Compressed already. */
const packed = new Set(['.png', '.woff2']);
const chunkSize = 4096;

export async function serveSlowly(folder: string, { bitsPerSecond, latencyMs }: Line) {
  const sent: Sent[] = [];
  /** When the line is free again. */
  let free = 0;

  async function send(response: ServerResponse, body: Uint8Array): Promise<void> {
    for (let from = 0; from < body.length; from += chunkSize) {
      const chunk = body.subarray(from, from + chunkSize);
      free = Math.max(free, performance.now()) + (8000 * chunk.length) / bitsPerSecond;
      await setTimeout(free - performance.now());
      response.write(chunk);
    }
    response.end();
  }

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
      await setTimeout(latencyMs);
      let body: Uint8Array;
      try {
        body = await readFile(join(folder, path));
      } catch {
        response.writeHead(404).end();
        return;
      }
      const zips = !packed.has(extname(path));
      if (zips) body = gzipSync(body);
      response.writeHead(200, {
        'content-type': contentTypeOf(path),
        'cache-control': 'max-age=600',
        ...(zips && { 'content-encoding': 'gzip' }),
      });
      await send(response, body);
      sent.push({ path, bytes: body.length });
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
