/**
 * An engine in the thread that calls it: loads checkpoints of any family, keeps the last few, and computes one slice of one request at a
 * time. In the page it runs in a worker behind client.ts. What it knows of the runtime is its adapter.
 */
import type { Family, Manifest } from '../contract/manifest.ts';
import type { Adapter, OpenNetwork } from './adapters/adapter.ts';
import { EngineError, type Checkpoint, type Engine, type LoadProgress } from './api.ts';
import { fetchCheckpoint } from './checkpoint-files.ts';
import { toEngineError } from './errors.ts';
import { slicing, type FunctionName, type Functions, type Slicing } from './functions.ts';
import { startRuntime } from './runtime.ts';
import { createSharedCache } from './shared-cache.ts';
import { createTurns } from './turns.ts';

export interface SessionOptions {
  readonly adapter: Adapter;
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  /**
   * How many checkpoints stay loaded, at about 0.6 MB each: by default every σ of both presets, or two runs at seven epochs each and the
   * other figures' few, and the judge.
   */
  readonly capacity?: number;
}

interface Loaded {
  readonly checkpoint: Checkpoint<Family>;
  readonly network: OpenNetwork;
}

export interface Session extends Pick<Engine, 'load'> {
  run<Name extends FunctionName>(
    name: Name,
    id: string,
    input: Functions[Name]['input'],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Functions[Name]['output']>;
}

export function createSession({ adapter, modelsUrl, capacity = 21 }: SessionOptions): Session {
  const runtime = createSharedCache({
    capacity: 1,
    open: (_, signal, onProgress) => startRuntime(adapter, signal, onProgress),
    close: () => undefined,
  });
  const checkpoints = createSharedCache<Loaded>({
    capacity,
    open: loadCheckpoint,
    close: ({ network }) => network.dispose(),
  });
  const inTurn = createTurns();

  async function loadCheckpoint(
    id: string,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Loaded> {
    let runtimePart = { loadedBytes: 0, totalBytes: 0 };
    let filesPart: LoadProgress | undefined;
    const report = (): void => {
      if (!filesPart) return; // the total is not known yet
      onProgress({
        loadedBytes: runtimePart.loadedBytes + filesPart.loadedBytes,
        totalBytes: runtimePart.totalBytes + filesPart.totalBytes,
      });
    };
    // Without the signal: whoever asks next needs the runtime too.
    const started = runtime.use(
      'runtime',
      {
        onProgress(progress) {
          runtimePart = progress;
          report();
        },
      },
      () => undefined,
    );
    const fetched = fetchCheckpoint(id, {
      modelsUrl,
      networkFile: adapter.networkFile,
      signal,
      onProgress(progress) {
        filesPart = progress;
        report();
      },
    });
    const [{ checkpoint, network }] = await Promise.all([fetched, started]);
    return { checkpoint, network: await open(checkpoint.manifest, network) };
  }

  /** One cast for the table: a manifest goes to the entry of its own family. */
  const open = (manifest: Manifest, file: Uint8Array<ArrayBuffer>): Promise<OpenNetwork> =>
    adapter.open[manifest.family](manifest as never, file);

  return {
    load: <Name extends Family>(family: Name, id: string, options = {}) =>
      withEngineErrors(() =>
        checkpoints.use(id, options, ({ checkpoint }) => {
          if (checkpoint.manifest.family === family) return checkpoint as Checkpoint<Name>;
          throw new EngineError(
            'contract',
            `Checkpoint "${id}" is of the family ${checkpoint.manifest.family}, and ${family} was asked for. Choose another.`,
          );
        }),
      ),

    run: <Name extends FunctionName>(
      name: Name,
      id: string,
      input: Functions[Name]['input'],
      { signal }: { readonly signal?: AbortSignal } = {},
    ) =>
      withEngineErrors(() =>
        checkpoints.use(id, { signal }, async ({ checkpoint, network }) => {
          const { family, model } = checkpoint.manifest;
          const compute = network[name] as
            ((slice: Functions[Name]['input']) => Promise<Functions[Name]['output']>) | undefined;
          if (!compute) {
            throw new EngineError(
              'internal',
              `Checkpoint "${id}" is of the family ${family}, which has no function ${name}. Choose another.`,
            );
          }
          const cut: Slicing<Name> = slicing[name];
          const parts: Functions[Name]['output'][] = [];
          for (const slice of cut.slices(input, model))
            parts.push(await inTurn(signal, () => compute(slice)));
          return cut.join(parts);
        }),
      ),
  };
}

async function withEngineErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toEngineError(error);
  }
}
