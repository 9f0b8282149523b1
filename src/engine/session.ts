/**
 * An engine in the thread that calls it: loads checkpoints and judges, keeps the last few, and draws or reads one slice of one
 * request at a time. In the page it runs in a worker behind client.ts. What it knows of the runtime is its adapter.
 */
import type { Adapter, LoadedGenerator, LoadedJudge } from './adapters/adapter.ts';
import { EngineError, type Checkpoint, type Engine, type LoadProgress, type Reading } from './api.ts';
import { fetchCheckpoint } from './checkpoint-files.ts';
import { toEngineError } from './errors.ts';
import { fetchJudge } from './judge-files.ts';
import { readingsOf } from './readings.ts';
import { startRuntime } from './runtime.ts';
import { createSharedCache } from './shared-cache.ts';
import { createTurns } from './turns.ts';
import type { CodeBatch } from '../networks/generator/codes.ts';

export interface SessionOptions {
  readonly adapter: Adapter;
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
  /**
   * How many checkpoints stay loaded, at about 0.6 MB each: by default every σ of both recipes, or two runs at seven epochs each
   * and the other figures' few.
   */
  readonly capacity?: number;
}

/** Images drawn at once: between slices, an abort takes effect and other figures have their turn. */
const sliceSize = 100;

/** Images read at once: few, so that a picture that is asked for meanwhile hardly waits. */
const readingSliceSize = 20;

interface Loaded {
  readonly checkpoint: Checkpoint;
  readonly generator: LoadedGenerator;
}

interface OpenJudge {
  readonly judge: LoadedJudge;
  /** Of an image. */
  readonly numPixels: number;
  readonly numClasses: number;
}

export type Session = Pick<Engine, 'load' | 'generate' | 'classify'>;

export function createSession({ adapter, modelsUrl, capacity = 20 }: SessionOptions): Session {
  const runtime = createSharedCache({
    capacity: 1,
    open: (_, signal, onProgress) => startRuntime(adapter, signal, onProgress),
    close: () => undefined,
  });
  const checkpoints = createSharedCache<Loaded>({
    capacity,
    open: loadCheckpoint,
    close: ({ generator }) => generator.dispose(),
  });
  const judges = createSharedCache<OpenJudge>({
    capacity: 1,
    open: openJudge,
    close: ({ judge }) => judge.dispose(),
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
    return { checkpoint, generator: await adapter.open(checkpoint.manifest, network) };
  }

  async function openJudge(id: string, signal: AbortSignal): Promise<OpenJudge> {
    const fetched = fetchJudge(id, { modelsUrl, networkFile: adapter.networkFile, signal });
    const started = runtime.use('runtime', {}, () => undefined);
    const [{ manifest, network }] = await Promise.all([fetched, started]);
    const { imageHeight, imageWidth, numClasses } = manifest.network;
    const judge = await adapter.openJudge(manifest, network);
    return { judge, numPixels: imageHeight * imageWidth, numClasses };
  }

  return {
    load: (id, options = {}) =>
      withEngineErrors(() => checkpoints.use(id, options, ({ checkpoint }) => checkpoint)),

    generate: (id, batch, { signal } = {}) =>
      withEngineErrors(() =>
        checkpoints.use(id, { signal }, async ({ checkpoint, generator }) => {
          const { model } = checkpoint.manifest;
          checkBatch(batch, model);
          const numPixels = model.imageHeight * model.imageWidth;
          const images = new Float32Array(batch.count * numPixels);
          for (let first = 0; first < batch.count; first += sliceSize) {
            const slice = sliceBatch(batch, model, first);
            const drawn = await inTurn(signal, () => generator.generate(slice));
            images.set(drawn, first * numPixels);
          }
          return images;
        }),
      ),

    classify: (id, images, { signal } = {}) =>
      withEngineErrors(() =>
        judges.use(id, { signal }, async ({ judge, numPixels, numClasses }) => {
          checkImages(images, numPixels);
          const readings: Reading[] = [];
          const sliceLength = readingSliceSize * numPixels;
          for (let start = 0; start < images.length; start += sliceLength) {
            const slice = images.subarray(start, start + sliceLength);
            const probabilities = await inTurn(signal, () => judge.probabilities(slice));
            readings.push(...readingsOf(probabilities, numClasses));
          }
          return readings;
        }),
      ),
  };
}

type Dims = Checkpoint['manifest']['model'];

function checkBatch({ count, contentCodes, classCodes }: CodeBatch, { contentDim, classDim }: Dims): void {
  if (contentCodes.length !== count * contentDim || classCodes.length !== count * classDim) {
    throw new EngineError(
      'internal',
      `A batch of ${count} needs ${count} × ${contentDim} content and ${count} × ${classDim} class numbers; ` +
        `it has ${contentCodes.length} and ${classCodes.length}. Make it from the same checkpoint with codes.ts.`,
    );
  }
}

function checkImages({ length }: Float32Array, numPixels: number): void {
  if (length % numPixels === 0) return;
  throw new EngineError('internal', `Images to read have ${numPixels} numbers each; got ${length} in all.`);
}

function sliceBatch(batch: CodeBatch, { contentDim, classDim }: Dims, first: number): CodeBatch {
  const end = Math.min(first + sliceSize, batch.count);
  return {
    count: end - first,
    contentCodes: batch.contentCodes.subarray(first * contentDim, end * contentDim),
    classCodes: batch.classCodes.subarray(first * classDim, end * classDim),
  };
}

async function withEngineErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toEngineError(error);
  }
}
