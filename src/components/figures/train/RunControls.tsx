/** Starts, stops and steps the run, and says how fast it goes. */
import { PlayButton } from '../../controls/PlayButton.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { paces, type Pace } from './pace.ts';

interface RunControlsProps {
  readonly playing: boolean;
  readonly pace: Pace;
  /** Whether there is a run that could begin anew. */
  readonly hasRun: boolean;
  readonly onPlay: (playing: boolean) => void;
  readonly onStep: () => void;
  readonly onRestart: () => void;
  readonly onPace: (pace: Pace) => void;
  readonly disabled: boolean;
}

const paceTexts: Readonly<Record<Pace, string>> = { slow: 'slow', steady: 'steady', full: 'full speed' };

export const RunControls = ({
  playing,
  pace,
  hasRun,
  onPlay,
  onStep,
  onRestart,
  onPace,
  disabled,
}: RunControlsProps) => (
  <div className="side-row train-run">
    <PlayButton playing={playing} onChange={onPlay} disabled={disabled} />
    <button type="button" className="button" disabled={disabled} onClick={onStep}>
      One step
    </button>
    <button type="button" className="button" disabled={disabled || !hasRun} onClick={onRestart}>
      Start anew
    </button>
    <Segmented
      legend="Speed"
      options={paces.map((value) => ({ value, text: paceTexts[value] }))}
      value={pace}
      onChange={onPace}
      disabled={disabled}
    />
  </div>
);
