/**
 * The picture a figure asks for, drawn by the engine while the figure is in view. The last picture stays until the next one
 * is there; what happens in between is in `state`, `progress` and `error`.
 */
import { useEffect, useState } from 'react';
import type { EngineError, LoadProgress } from '../../../../engine/api.ts';
import { getEngine } from '../../../../engine/page-engine.ts';
import { engineKindFor } from '../../../../engine/setting.ts';
import {
  createPictureStream,
  type DrawingFamily,
  type Picture,
  type PictureRequest,
} from '../state/picture-stream.ts';
import { useEngineKind } from './use-engine-kind.ts';

interface PictureOptions<Args, Name extends DrawingFamily> {
  readonly family: Name;
  /** Of a checkpoint, or the key of a snapshot (checkpoint-key.ts). */
  readonly id: string;
  readonly args: Args;
  /** Must be the same function in every render. */
  readonly makeBatch: PictureRequest<Args, Name>['makeBatch'];
  readonly active: boolean;
}

export interface LivePicture<Args, Name extends DrawingFamily = 'glo'> {
  readonly picture: Picture<Args, Name> | undefined;
  /** `ready` when the picture is the one asked for. */
  readonly state: 'loading' | 'ready' | 'error';
  readonly progress: LoadProgress | undefined;
  readonly error: EngineError | undefined;
  readonly retry: () => void;
}

type News<Args, Name extends DrawingFamily> = { readonly request: PictureRequest<Args, Name> } & (
  | { readonly progress: LoadProgress; readonly error?: never }
  | { readonly error: EngineError; readonly progress?: never }
);

/** Of a generator of GLO. */
export const usePicture = <Args>(options: Omit<PictureOptions<Args, 'glo'>, 'family'>): LivePicture<Args> =>
  useDrawing({ ...options, family: 'glo' });

/** Of a checkpoint of any family that draws. */
export function useDrawing<Args, Name extends DrawingFamily>({
  family,
  id,
  args,
  makeBatch,
  active,
}: PictureOptions<Args, Name>): LivePicture<Args, Name> {
  const engineKind = useEngineKind();
  const [picture, setPicture] = useState<Picture<Args, Name>>();
  const [news, setNews] = useState<News<Args, Name>>();
  const [attempt, setAttempt] = useState(0);
  const [stream] = useState(() =>
    createPictureStream<Args, Name>({
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
    const request = { engine: getEngine(id), family, id, args: JSON.parse(wanted) as Args, makeBatch };
    stream.request(request);
  }, [active, attempt, engineKind, family, id, makeBatch, stream, wanted]);

  const isOf = ({ engine, id: of }: PictureRequest<Args, Name>): boolean =>
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
