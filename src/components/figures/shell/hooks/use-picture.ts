/**
 * The picture a figure asks for, drawn by the engine while the figure is in view. The last picture stays until the next one
 * is there; what happens in between is in `state`, `progress` and `error`.
 */
import { useEffect, useState } from 'react';
import type { Checkpoint, EngineError, LoadProgress } from '../../../../engine/api.ts';
import { getEngine } from '../../../../engine/page-engine.ts';
import { engineKindFor } from '../../../../engine/setting.ts';
import type { CodeBatch } from '../../../../networks/generator/codes.ts';
import { createPictureStream, type Picture, type PictureRequest } from '../state/picture-stream.ts';
import { useEngineKind } from './use-engine-kind.ts';

interface PictureOptions<Args> {
  /** Of a checkpoint, or the key of a snapshot (checkpoint-key.ts). */
  readonly id: string;
  readonly args: Args;
  /** Must be the same function in every render. */
  readonly makeBatch: (checkpoint: Checkpoint<'glo'>, args: Args) => CodeBatch;
  readonly active: boolean;
}

export interface LivePicture<Args> {
  readonly picture: Picture<Args> | undefined;
  /** `ready` when the picture is the one asked for. */
  readonly state: 'loading' | 'ready' | 'error';
  readonly progress: LoadProgress | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

type News<Args> = { readonly request: PictureRequest<Args> } & (
  | { readonly progress: LoadProgress; readonly error?: never }
  | { readonly error: EngineError; readonly progress?: never }
);

export function usePicture<Args>({ id, args, makeBatch, active }: PictureOptions<Args>): LivePicture<Args> {
  const engineKind = useEngineKind();
  const [picture, setPicture] = useState<Picture<Args>>();
  const [news, setNews] = useState<News<Args>>();
  const [attempt, setAttempt] = useState(0);
  const [stream] = useState(() =>
    createPictureStream<Args>({
      onProgress: (request, progress) => setNews({ request, progress }),
      onError: (request, error) => setNews({ request, error }),
      onPicture: (drawn) => {
        setPicture(drawn);
        setNews(undefined);
      },
    }),
  );
  useEffect(() => () => stream.stop(), [stream]);

  const wanted = JSON.stringify(args);
  useEffect(() => {
    if (!active) return;
    const request = { engine: getEngine(id), id, args: JSON.parse(wanted) as Args, makeBatch };
    stream.request(request);
  }, [active, attempt, engineKind, id, makeBatch, stream, wanted]);

  const isOf = ({ engine, id: of }: PictureRequest<Args>): boolean =>
    of === id && engine.kind === engineKindFor(id, engineKind);
  const current = news && isOf(news.request) ? news : undefined;
  const isReady =
    picture !== undefined && isOf(picture.request) && JSON.stringify(picture.request.args) === wanted;
  return {
    picture,
    state: current?.error ? 'error' : isReady ? 'ready' : 'loading',
    progress: current?.progress,
    error: current?.error,
    retry: () => {
      setNews(undefined);
      setAttempt(attempt + 1);
    },
  };
}
