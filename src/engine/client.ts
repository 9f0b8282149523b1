/**
 * The page's end of protocol.ts: an `Engine` whose work happens in a worker. The worker starts with the first request, so an
 * engine that nobody asks costs nothing.
 */
import { EngineError, type Engine, type EngineKind, type LoadProgress } from './api.ts';
import { needsNewWorker } from './engine-error.ts';
import { abortedError } from './aborted.ts';
import type { FunctionName, Functions } from './functions.ts';
import type { FromWorker, Port, Request, ToWorker } from './protocol.ts';

/** The part of a `Worker` used here, so that a test can stand a session behind a MessagePort. */
export interface EngineWorker extends Port {
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

interface Pending {
  readonly resolve: (result: never) => void;
  readonly reject: (error: EngineError) => void;
  /** Stops listening to the request's signal. */
  readonly leave: () => void;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
}

/** A request before it has its number. */
type Unnumbered = Request extends infer One ? (One extends Request ? Omit<One, 'requestId'> : never) : never;

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

interface ClientOptions {
  readonly kind: EngineKind;
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  readonly startWorker: () => EngineWorker;
}

export function createClient({ kind, modelsUrl, startWorker }: ClientOptions): Engine {
  const pending = new Map<number, Pending>();
  let worker: EngineWorker | undefined;
  let disposed = false;
  let lastRequestId = 0;

  const post = (message: ToWorker): void => worker?.postMessage(message, []);

  /** The next request starts a new worker. */
  function stop(error: EngineError): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject, leave } of pending.values()) {
      leave();
      reject(error);
    }
    pending.clear();
  }

  function start(): EngineWorker {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => receive(data);
    started.onerror = (event) => {
      event.preventDefault();
      stop(workerError(event.message));
    };
    started.postMessage({ type: 'start', modelsUrl } satisfies ToWorker, []);
    return started;
  }

  function receive(message: FromWorker): void {
    if (message.type === 'not-loaded') {
      stop(notLoaded());
      return;
    }
    const request = pending.get(message.requestId);
    if (!request) return; // aborted meanwhile
    if (message.type === 'progress') {
      request.onProgress?.(message.progress);
      return;
    }
    if (message.type === 'failed' && needsNewWorker(message.code)) {
      // Everyone waits for it.
      stop(new EngineError(message.code, message.message));
      return;
    }
    pending.delete(message.requestId);
    request.leave();
    if (message.type === 'done') request.resolve(message.result as never);
    else request.reject(new EngineError(message.code, message.message));
  }

  function call<Result>(request: Unnumbered, { signal, onProgress }: CallOptions = {}): Promise<Result> {
    if (typeof WebAssembly === 'undefined') return Promise.reject(noWebAssembly());
    if (disposed || signal?.aborted) return Promise.reject(abortedError());
    return new Promise((resolve, reject) => {
      const requestId = ++lastRequestId;
      const abort = (): void => {
        pending.delete(requestId);
        post({ type: 'abort', requestId });
        reject(abortedError());
      };
      const leave = (): void => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort, { once: true });
      pending.set(requestId, { resolve, reject, leave, onProgress });
      worker ??= start();
      post({ ...request, requestId });
    });
  }

  const run =
    <Name extends FunctionName>(name: Name) =>
    (id: string, input: Functions[Name]['input'], options?: CallOptions) =>
      call<Functions[Name]['output']>({ type: 'run', id, name, input } as Unnumbered, options);

  return {
    kind,
    load: (family, id, options) => call({ type: 'load', family, id }, options),
    generate: run('generate'),
    discriminate: run('discriminate'),
    classify: run('classify'),
    observe: run('observe'),
    search: run('search'),
    encode: run('encode'),
    decode: run('decode'),
    dispose() {
      disposed = true;
      stop(abortedError());
    },
  };
}

/** A request's errors come as messages; this is about the worker's program: without a text, it could not be loaded. */
const workerError = (text: string | undefined): EngineError =>
  text ? new EngineError('internal', `The engine stopped (${text}). Reload the page.`) : notLoaded();

const notLoaded = (): EngineError =>
  new EngineError('network', 'The engine could not be loaded. Check the connection and try again.');

const noWebAssembly = (): EngineError =>
  new EngineError(
    'no-webassembly',
    'The models run on WebAssembly, which this browser lacks or has switched off. Allow it for this site, or use another browser.',
  );
