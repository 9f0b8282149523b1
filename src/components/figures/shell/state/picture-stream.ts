/**
 * A figure's pictures, one after another. While one is being drawn only the newest request waits, so that a dragged slider
 * shows what the machine can keep up with; a change of checkpoint or engine aborts what is under way. No React here.
 */
import {
  asEngineError,
  type EngineError,
  type Checkpoint,
  type Engine,
  type LoadProgress,
} from '../../../../engine/api.ts';
import { createLatest } from '../../../../engine/latest.ts';
import type { CodeBatch } from '../../../../networks/generator/codes.ts';

/** What pictures are drawn from, by family: content and class codes; or codes, such as an encoder could have said of images. */
interface Batches {
  amortized: CodeBatch;
  autoencoder: Float32Array;
  gan: Float32Array;
  glo: CodeBatch;
  vae: Float32Array;
}
export type DrawingFamily = keyof Batches;

const drawers: {
  readonly [Name in DrawingFamily]: (
    engine: Engine,
    id: string,
    batch: Batches[Name],
    options: { readonly signal: AbortSignal },
  ) => Promise<Float32Array>;
} = {
  amortized: (engine, ...input) => engine.generate(...input),
  autoencoder: (engine, ...input) => engine.decode(...input),
  gan: (engine, ...input) => engine.generate(...input),
  glo: (engine, ...input) => engine.generate(...input),
  vae: (engine, ...input) => engine.decode(...input),
};

export interface PictureRequest<Args, Name extends DrawingFamily = 'glo'> {
  readonly engine: Engine;
  readonly family: Name;
  /** Of the checkpoint. */
  readonly id: string;
  readonly args: Args;
  readonly makeBatch: (checkpoint: Checkpoint<Name>, args: Args) => Batches[Name];
}

export interface Picture<Args, Name extends DrawingFamily = 'glo'> {
  readonly request: PictureRequest<Args, Name>;
  readonly checkpoint: Checkpoint<Name>;
  /** [count, pixels] in [0, 1], or beyond it where a decoder is linear. */
  readonly ink: Float32Array;
}

interface PictureListener<Args, Name extends DrawingFamily> {
  onProgress(request: PictureRequest<Args, Name>, progress: LoadProgress): void;
  onPicture(picture: Picture<Args, Name>): void;
  onError(request: PictureRequest<Args, Name>, error: EngineError): void;
}

interface PictureStream<Args, Name extends DrawingFamily> {
  request(request: PictureRequest<Args, Name>): void;
  stop(): void;
}

export function createPictureStream<Args, Name extends DrawingFamily = 'glo'>(
  listener: PictureListener<Args, Name>,
): PictureStream<Args, Name> {
  type Request = PictureRequest<Args, Name>;
  const latest = createLatest();
  let running: Request | undefined;
  let waiting: Request | undefined;
  let last: Picture<Args, Name> | undefined;

  const draw = async (request: Request, signal: AbortSignal): Promise<Picture<Args, Name>> => {
    const { engine, family, id, args, makeBatch } = request;
    const checkpoint =
      last && isSameModel(last.request, request)
        ? last.checkpoint
        : await engine.load(family, id, {
            signal,
            onProgress: (bytes) => listener.onProgress(request, bytes),
          });
    const ink = await drawers[family](engine, id, makeBatch(checkpoint, args), { signal });
    return { request, checkpoint, ink };
  };

  const run = async (request: Request): Promise<void> => {
    running = request;
    try {
      const picture = await latest.run((signal) => draw(request, signal));
      if (picture) listener.onPicture((last = picture));
    } catch (error) {
      const known = asEngineError(error);
      if (known.code !== 'aborted') listener.onError(request, known);
    }
    if (running !== request) return; // overtaken
    const next = waiting;
    running = waiting = undefined;
    if (next) void run(next);
  };

  return {
    request(request) {
      const waits = running !== undefined && isSameModel(running, request);
      waiting = waits ? request : undefined;
      if (!waits) void run(request);
    },
    stop() {
      running = waiting = undefined;
      latest.cancel();
    },
  };
}

type Model = Pick<PictureRequest<never>, 'engine' | 'id'>;

const isSameModel = (a: Model, b: Model): boolean => a.engine === b.engine && a.id === b.id;
