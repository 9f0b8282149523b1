/**
 * A figure's pictures, one after another. While one is being drawn only the newest request waits, so that a dragged slider
 * shows what the machine can keep up with; a change of checkpoint or engine aborts what is under way. No React here.
 */
import { EngineError, type Checkpoint, type Engine, type LoadProgress } from '../../../../engine/api.ts';
import { createLatest } from '../../../../engine/latest.ts';
import type { CodeBatch } from '../../../../networks/generator/codes.ts';

export interface PictureRequest<Args> {
  readonly engine: Engine;
  /** Of the checkpoint. */
  readonly id: string;
  readonly args: Args;
  readonly makeBatch: (checkpoint: Checkpoint<'glo'>, args: Args) => CodeBatch;
}

export interface Picture<Args> {
  readonly request: PictureRequest<Args>;
  readonly checkpoint: Checkpoint<'glo'>;
  /** [count, pixels] in [0, 1]. */
  readonly ink: Float32Array;
}

interface PictureListener<Args> {
  onProgress(request: PictureRequest<Args>, progress: LoadProgress): void;
  onPicture(picture: Picture<Args>): void;
  onError(request: PictureRequest<Args>, error: EngineError): void;
}

interface PictureStream<Args> {
  request(request: PictureRequest<Args>): void;
  stop(): void;
}

export function createPictureStream<Args>(listener: PictureListener<Args>): PictureStream<Args> {
  const latest = createLatest();
  let running: PictureRequest<Args> | undefined;
  let waiting: PictureRequest<Args> | undefined;
  let last: Picture<Args> | undefined;

  const draw = async (request: PictureRequest<Args>, signal: AbortSignal): Promise<Picture<Args>> => {
    const { engine, id, args, makeBatch } = request;
    const checkpoint =
      last && isSameModel(last.request, request)
        ? last.checkpoint
        : await engine.load('glo', id, {
            signal,
            onProgress: (bytes) => listener.onProgress(request, bytes),
          });
    const ink = await engine.generate(id, makeBatch(checkpoint, args), { signal });
    return { request, checkpoint, ink };
  };

  const run = async (request: PictureRequest<Args>): Promise<void> => {
    running = request;
    try {
      const picture = await latest.run((signal) => draw(request, signal));
      if (picture) listener.onPicture((last = picture));
    } catch (error) {
      const known = error instanceof EngineError ? error : new EngineError('internal', String(error));
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
