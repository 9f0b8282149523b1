/** Serves files from memory over real HTTP on a free port, and can misbehave on request. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FileServer {
  /** Ends in a slash. */
  readonly url: string;
  /** By path without the leading slash; change it to change the site. */
  readonly files: Map<string, Uint8Array>;
  /** Paths asked for, in order, with their queries. */
  readonly requests: string[];
  /** What to do for a path instead of sending its file. */
  readonly misbehaviour: Map<string, (response: ServerResponse) => void>;
  close(): Promise<void>;
}

export async function serveFiles(): Promise<FileServer> {
  const files: FileServer['files'] = new Map();
  const misbehaviour: FileServer['misbehaviour'] = new Map();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://localhost');
    const path = pathname.slice(1);
    requests.push(path + search);
    const misbehave = misbehaviour.get(path);
    const file = files.get(path);
    if (misbehave) misbehave(response);
    else if (file) response.end(file);
    else response.writeHead(404).end('<h1>Not found</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    files,
    requests,
    misbehaviour,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
