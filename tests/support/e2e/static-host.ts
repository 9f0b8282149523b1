/** A plain host of built pages, at an address of its own: with the headers of a strict one, or with what a test changes under way. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentTypeOf } from '../../../scripts/content-types.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface StaticHost {
  /** Ending in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** `change`: of what is answered to a path, which begins with a slash and has no query. */
export async function startStaticHost(
  folder: string,
  change: (answer: Answer, path: string) => Answer = (answer) => answer,
): Promise<StaticHost> {
  const read = async (path: string): Promise<Answer> => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const headers = { 'content-type': contentTypeOf(file) };
      return { status: 200, headers, body: await readFile(join(folder, file)) };
    } catch {
      return { status: 404, headers: {}, body: Buffer.alloc(0) };
    }
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    void read(path).then((found) => {
      const { status, headers, body } = change(found, path);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
