/** The status line of a figure of one checkpoint: what is on screen, how far the model is, what went wrong. */
import { ownNameOf } from '../../../engine/checkpoint-key.ts';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { useEngineKind } from './hooks/use-engine-kind.ts';
import type { Figure } from './hooks/use-figure.ts';
import type { LivePicture } from './hooks/use-picture.ts';
import type { CheckpointState } from './state/checkpoint-fields.ts';
import { figureStatus, modelStatus } from './state/status.ts';

interface LiveStatusProps {
  readonly figure: Pick<Figure<CheckpointState>, 'facts' | 'preview'>;
  readonly live: Pick<LivePicture<unknown>, 'progress' | 'error' | 'retry'> & {
    readonly picture: { readonly request: { readonly id: string } } | undefined;
  };
}

export function LiveStatus({ figure: { facts, preview }, live }: LiveStatusProps) {
  const { picture, progress, error, retry } = live;
  const common = { isLive: picture !== undefined, engineKind: useEngineKind(), progress, error };
  const own = picture && ownNameOf(picture.request.id);
  const status =
    own === undefined
      ? figureStatus({
          ...common,
          shown: facts.checkpoints.find(({ id }) => id === picture?.request.id) ?? preview.choice,
        })
      : modelStatus({ ...common, what: `your checkpoint ${own}` });
  return <FigureStatus status={status} onRetry={retry} />;
}
