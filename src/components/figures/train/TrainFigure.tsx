/** GLO trained in the page by the trainer's own code: the loss, the pictures and the codes of a run, growing together. */
import { useMemo, useState } from 'react';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { CodeMap } from './CodeMap.tsx';
import { KeptRun } from './KeptRun.tsx';
import { LossPlot } from './LossPlot.tsx';
import { mapPoints } from './map-points.ts';
import { RunControls } from './RunControls.tsx';
import { islandState, runStatus } from './run-status.ts';
import {
  areOtherSettings,
  momentText,
  settingsOf,
  stepsPerSecond,
  trainFields,
  type TrainFacts,
  type TrainState,
} from './state.ts';
import { TakeAway } from './TakeAway.tsx';
import { TrainPictures } from './TrainPictures.tsx';
import { TrainSettings } from './TrainSettings.tsx';
import { useDrawings } from './use-drawings.ts';
import { useRun } from './use-run.ts';

export function TrainFigure({ facts }: { readonly facts: TrainFacts }) {
  const { mnist, codeVersion, first } = facts;
  const fields = useMemo(() => trainFields(facts), [facts]);
  const island = useIsland('train', fields);
  const { state, change, enabled, inView } = island;
  const [view, run] = useRun(inView);
  const drawings = useDrawings(inView);
  /** The epoch that is looked back at; undefined is now. */
  const [backAt, setBackAt] = useState<number>();

  const { phase, started, latest, frames, losses } = view;
  const past = backAt === undefined ? undefined : frames.get(backAt);
  const frame = past ?? latest;
  const keptEpochs = [...frames.keys()];
  const lastKeptIndex = Math.max(keptEpochs.length - 1, 0);
  const lastKept = keptEpochs.at(-1) ?? 0;
  const hasRun = started !== undefined && phase !== 'starting';

  const start = (then: () => void): void => {
    setBackAt(undefined);
    run.send({ type: 'pace', stepsPerSecond: stepsPerSecond[state.pace] });
    const learned = state.drawings ? drawings : [];
    run.begin({ type: 'start', settings: settingsOf(state), mnist, drawings: learned }, then);
  };
  const makeStep = (): void => run.send({ type: 'step' });
  const changed = (next: Partial<TrainState>): void => {
    change(next);
    if (next.contentNoiseStd !== undefined && hasRun)
      run.send({ type: 'noise', contentNoiseStd: next.contentNoiseStd });
  };
  const rewind = (epoch: number, rates: number): void => {
    setBackAt(undefined);
    run.send({ type: 'rewind', epoch, rates });
  };

  const isBusy = phase === 'starting';
  const canGoOn = hasRun && phase !== 'diverged' && phase !== 'failed';
  const map = useMemo(() => frame && mapPoints(frame.map), [frame]);
  const mapped = frame && started ? started.mapped : first.mapped;
  const moment = frame ? `after ${momentText(frame)}` : 'in a run made beforehand';
  const stepsShown = past ? losses.slice(0, past.step) : losses;
  const rms = frame?.contentCodeRms ?? first.contentCodeRms;
  return (
    <Island
      island={island}
      label="Train a model"
      state={islandState(phase)}
      foot={
        <TakeAway run={run} codeVersion={codeVersion} disabled={!canGoOn || (latest?.epoch ?? 0) === 0} />
      }
    >
      <div className="island-controls train-controls">
        <TrainSettings
          state={state}
          mnist={mnist}
          numDrawings={drawings.length}
          onChange={changed}
          disabled={!enabled}
        />
        <RunControls
          playing={phase === 'playing'}
          pace={state.pace}
          hasRun={hasRun}
          onPlay={(on) => {
            setBackAt(undefined);
            if (!on) run.pause();
            else if (canGoOn) run.play();
            else start(run.play);
          }}
          onStep={() => {
            setBackAt(undefined);
            if (canGoOn) makeStep();
            else start(makeStep);
          }}
          onRestart={() => start(run.play)}
          onPace={(pace) => {
            change({ pace });
            run.send({ type: 'pace', stepsPerSecond: stepsPerSecond[pace] });
          }}
          disabled={!enabled || isBusy}
        />
        <FigureStatus status={runStatus(view, first)} onRetry={() => start(run.play)} />
      </div>
      <noscript>With JavaScript, this page trains.</noscript>
      {phase === 'idle' && (
        <KeptRun active={inView && enabled} onResume={() => run.begin({ type: 'resume', mnist }, change)} />
      )}
      {phase === 'diverged' && (
        <button type="button" className="button" onClick={() => rewind(lastKept, 0.5)}>
          {`Go back to epoch ${lastKept} with half the learning rates`}
        </button>
      )}
      {hasRun && areOtherSettings(started.settings, settingsOf(state)) && (
        <p className="remark">What you changed holds from the next start on.</p>
      )}
      {view.notKept && <p className="remark">{view.notKept}</p>}
      <div className="train-body">
        <TrainPictures
          first={first}
          digits={started?.digits ?? first.digits}
          originals={started?.originals}
          frame={frame}
          moment={moment}
        />
        <div className="train-side">
          <LossPlot
            losses={started ? stepsShown : first.losses}
            numSteps={started ? (frame?.step ?? 0) : first.losses.length * first.stepsPerEpoch}
            name="Loss of the batch"
          />
          <figure>
            <CodeMap
              points={map ?? first.points}
              digits={mapped}
              text={`Content codes of ${mapped.length} images along their two main axes, coloured by class, ${moment}`}
            />
            <figcaption>{`Content codes, coloured by class. Their root mean square: ${rms.toFixed(3)}.`}</figcaption>
          </figure>
        </div>
      </div>
      <div className="train-back">
        <Slider
          label="Look back"
          value={past ? keptEpochs.indexOf(past.epoch) : lastKeptIndex}
          max={Math.max(lastKeptIndex, 1)}
          step={1}
          text={`epoch ${past?.epoch ?? lastKept}`}
          onChange={(index) => setBackAt(keptEpochs[index])}
          disabled={!enabled}
        />
        <button
          type="button"
          className="button"
          disabled={!past || phase === 'playing'}
          onClick={() => rewind(past?.epoch ?? 0, 1)}
        >
          Train on from here
        </button>
      </div>
    </Island>
  );
}
