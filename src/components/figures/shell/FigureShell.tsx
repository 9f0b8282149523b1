/** The frame of the figures of one checkpoint: preset, noise and status above the picture, engine and link below it. */
import type { ReactNode } from 'react';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { SigmaSlider } from '../../controls/SigmaSlider.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { Stays } from '../../controls/Stays.tsx';
import { ModelChoice } from '../own-model/ModelChoice.tsx';
import { OwnModelNote } from '../own-model/OwnModelNote.tsx';
import { EngineChoice } from './EngineChoice.tsx';
import type { Figure } from './hooks/use-figure.ts';
import type { LivePicture } from './hooks/use-picture.ts';
import { usePrefetch } from './hooks/use-prefetch.ts';
import { Island } from './Island.tsx';
import { LiveStatus } from './LiveStatus.tsx';
import { PresetNote } from './PresetNote.tsx';
import type { CheckpointState } from './state/checkpoint-fields.ts';
import { neighbouringCheckpoints, sigmasOf, presetsOf } from './state/checkpoints.ts';

interface FigureShellProps<State extends CheckpointState, Args> {
  readonly figure: Figure<State>;
  readonly live: LivePicture<Args>;
  readonly label: string;
  readonly children: ReactNode;
  /** Further controls and close-ups: beside the picture where there is room, else under it. */
  readonly side: ReactNode;
  /** Beside the choice of noise. */
  readonly beside?: ReactNode;
  /** Noise by a slider, where sweeping through all levels is the point. */
  readonly slides?: boolean;
}

export function FigureShell<State extends CheckpointState, Args>({
  figure,
  live,
  label,
  children,
  side,
  beside,
  slides = false,
}: FigureShellProps<State, Args>) {
  const { facts, state, choice, model, enabled, inView } = figure;
  const { checkpoints } = facts;
  const NoiseControl = slides ? SigmaSlider : SigmaToggle;
  usePrefetch(
    neighbouringCheckpoints(checkpoints, choice).map(({ id }) => id),
    inView && live.state === 'ready' && !model.own,
  );
  /** What names a checkpoint of the site has nothing to say while the reader's own draws. */
  const ofSite = enabled && !model.own;
  const change = (part: Partial<CheckpointState>): void => figure.change(part as Partial<State>);
  return (
    <Island
      island={figure}
      label={label}
      checkpoint={choice.id}
      state={live.state}
      foot={
        <>
          <EngineChoice disabled={!enabled} />
          <ModelChoice model={model} disabled={!enabled} />
        </>
      }
    >
      <div className="island-controls">
        <PresetToggle
          presets={presetsOf(checkpoints)}
          preset={state.preset}
          onChange={(preset) => change({ preset })}
          disabled={!ofSite}
        />
        <Stays>
          <NoiseControl
            sigmas={sigmasOf(checkpoints, choice.preset)}
            sigma={choice.contentNoiseStd}
            onChange={(sigma) => change({ sigma })}
            disabled={!ofSite}
          />
        </Stays>
        {beside}
        <LiveStatus figure={figure} live={live} />
        {model.own ? <OwnModelNote own={model.own} /> : <PresetNote preset={choice.preset} />}
      </div>
      <div className="island-body">
        <div>{children}</div>
        <div className="island-side">{side}</div>
      </div>
    </Island>
  );
}
