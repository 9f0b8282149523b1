/** GLO trained in the page by the trainer's own code: the loss, the pictures and the codes of a run, growing together. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { digitNames } from '../../../engine/trainer-protocol.ts';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { createGloRun } from './glo-run.ts';
import { RunControls } from './RunControls.tsx';
import { islandState } from './run-phase.ts';
import { runStatus } from './run-status.ts';
import { stepsPerSecond } from './pace.ts';
import type { OwnPictures } from './read-folder.ts';
import { noiseOfRuns } from './second-run.ts';
import {
  areOtherSettings,
  classesText,
  hasEnough,
  settingsOfRuns,
  trainFields,
  type TrainFacts,
  type TrainState,
} from './state.ts';
import { TakeAway } from './TakeAway.tsx';
import { TrainBody } from './TrainBody.tsx';
import { TrainSettings } from './TrainSettings.tsx';
import { useDrawings } from './use-drawings.ts';
import { useRun } from './use-run.ts';

/** For those who come back. */
const KeptRun = lazy(() => import('./KeptRun.tsx'));
/** For the few who bring pictures. */
const PictureFolder = lazy(() => import('./PictureFolder.tsx'));

export function TrainFigure({ facts }: { readonly facts: TrainFacts }) {
  const { mnist, codeVersion, first } = facts;
  const fields = useMemo(() => trainFields(facts), [facts]);
  const island = useIsland('train', fields);
  const { state, change, enabled, inView } = island;
  const [view, run] = useRun(inView, createGloRun);
  const drawings = useDrawings(inView);
  const [pictures, setPictures] = useState<OwnPictures>();
  /** The epoch that is looked back at; undefined is now. */
  const [backAt, setBackAt] = useState<number>();

  const { phase, started, latest, losses } = view;
  const past = backAt === undefined ? undefined : view.frames.get(backAt);
  const frames = past ?? latest;
  const keptEpochs = [...view.frames.keys()];
  const lastKeptIndex = Math.max(keptEpochs.length - 1, 0);
  const lastKept = keptEpochs.at(-1) ?? 0;
  const hasRun = started !== undefined && phase !== 'starting';

  const start = (then: () => void): void => {
    setBackAt(undefined);
    run.send({ type: 'pace', stepsPerSecond: stepsPerSecond[state.pace] });
    const own =
      state.data === 'pictures' && pictures
        ? { ownImages: pictures.images, classNames: pictures.classNames }
        : { ownImages: state.drawings ? drawings : [], classNames: digitNames };
    run.begin({ type: 'start', settings: settingsOfRuns(state), mnist, ...own }, then);
  };
  const makeStep = (): void => run.send({ type: 'step' });
  const changed = (next: Partial<TrainState>): void => {
    change(next);
    if (hasRun && (next.contentNoiseStd ?? next.other?.contentNoiseStd) !== undefined)
      run.send({
        type: 'noise',
        contentNoiseStds: noiseOfRuns(started.settings, latest, { ...state, ...next }),
      });
  };
  const rewind = (epoch: number, rates: number): void => {
    setBackAt(undefined);
    run.send({ type: 'rewind', epoch, rates });
  };

  const resume = (): void =>
    run.begin({ type: 'resume', mnist }, ({ settings: [settings] }) =>
      change({ ...settings, other: undefined }),
    );

  const isBusy = phase === 'starting';
  const canStart = state.data !== 'pictures' || hasEnough(pictures);
  const canGoOn = hasRun && phase !== 'diverged' && phase !== 'failed';
  return (
    <Island
      island={island}
      label="Train a model"
      state={islandState(phase)}
      foot={
        <TakeAway
          run={run}
          numRuns={Math.max(latest.length, 1)}
          codeVersion={codeVersion}
          disabled={!canGoOn || latest.every(({ epoch }) => epoch === 0)}
        />
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
          hasRun={hasRun && canStart}
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
          disabled={!enabled || isBusy || !(canGoOn || canStart)}
        />
        <FigureStatus status={runStatus(view, first)} onRetry={() => start(run.play)} />
      </div>
      {state.data === 'pictures' && (
        <Suspense>
          <PictureFolder pictures={pictures} onPictures={setPictures} disabled={!enabled} />
        </Suspense>
      )}
      <noscript>With JavaScript, this page trains.</noscript>
      {phase === 'idle' && inView && (
        <Suspense>
          <KeptRun active={enabled} onResume={resume} />
        </Suspense>
      )}
      {phase === 'diverged' && (
        <button type="button" className="button" onClick={() => rewind(lastKept, 0.5)}>
          {`Go back to epoch ${lastKept} with half the learning rates`}
        </button>
      )}
      {hasRun && areOtherSettings(started.settings, settingsOfRuns(state)) && (
        <p className="remark">What you changed holds from the next start on.</p>
      )}
      {hasRun && classesText(started.classNames) && (
        <p className="remark">{classesText(started.classNames)}</p>
      )}
      {hasRun && started.settings.length > 1 && !view.notKept && (
        <p className="remark">Of the two runs, the browser keeps the first over a reload.</p>
      )}
      {view.notKept && <p className="remark">{view.notKept}</p>}
      <TrainBody
        first={first}
        started={started}
        frames={frames}
        losses={past ? losses.map((ofRun) => ofRun.slice(0, past[0].step)) : losses}
      />
      <div className="train-back">
        <Slider
          label="Look back"
          value={past ? keptEpochs.indexOf(past[0].epoch) : lastKeptIndex}
          max={Math.max(lastKeptIndex, 1)}
          step={1}
          text={`epoch ${past?.[0].epoch ?? lastKept}`}
          onChange={(index) => setBackAt(keptEpochs[index])}
          disabled={!enabled}
        />
        <button
          type="button"
          className="button"
          disabled={!past || phase === 'playing'}
          onClick={() => rewind(past?.[0].epoch ?? 0, 1)}
        >
          Train on from here
        </button>
      </div>
    </Island>
  );
}
