/** One file over HTTP, streamed so that its bytes can be counted. Failures become `EngineError`s. */
import { abortedError } from './aborted.ts';
import { EngineError } from './engine-error.ts';

export interface DownloadOptions {
  readonly signal?: AbortSignal;
  /** Passed on to fetch. */
  readonly cache?: RequestCache;
  /** Called with the size of each piece that arrives, after decompression. */
  readonly onBytes?: (bytes: number) => void;
}

interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly giveUp: AbortController;
}
/** By address. */
const early = new Map<string, EarlyRequest>();

/** Asks for a file before anyone downloads it; the first `download` of that address gets what is under way, failures too. */
export function askEarly(url: string, cache: RequestCache = 'default'): void {
  const giveUp = new AbortController();
  const response = fetch(url, { cache, signal: giveUp.signal });
  response.catch(() => undefined);
  early.set(url, { response, giveUp });
}

function request(url: string, { signal, cache = 'default' }: DownloadOptions): Promise<Response> {
  const asked = early.get(url);
  if (!asked) return fetch(url, { cache, ...(signal && { signal }) });
  early.delete(url);
  if (signal?.aborted) asked.giveUp.abort();
  signal?.addEventListener('abort', () => asked.giveUp.abort());
  return asked.response;
}

/**
 * The file's bytes; undefined when the server has no such file.
 * @throws EngineError `network` when the server cannot be reached, refuses, or breaks off; `aborted`.
 */
export async function download(
  url: string,
  options: DownloadOptions = {},
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { signal, onBytes } = options;
  try {
    const response = await request(url, options);
    if (response.status === 404) return undefined;
    // By our service worker: the page is of another build than what the server has.
    if (response.status === 409) {
      throw new EngineError('network', `The site has changed since this page was opened. Reload the page.`);
    }
    if (!response.ok) {
      throw new EngineError('network', `${url} answered ${response.status}. Try again in a moment.`);
    }
    return await readAll(response, onBytes);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (signal?.aborted) throw abortedError();
    throw new EngineError('network', `Could not load ${url}. Check the connection and try again.`);
  }
}

async function readAll(
  response: Response,
  onBytes: DownloadOptions['onBytes'],
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    chunks.push(piece.value);
    size += piece.value.length;
    onBytes?.(piece.value.length);
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}
