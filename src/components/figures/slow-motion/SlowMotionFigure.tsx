/** One step of training in slow motion, over a recorded run of twenty images with codes of two numbers. */
import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import { PlayButton } from '../../controls/PlayButton.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { boundText } from '../../layout/bound-text.ts';
import { linesOf, phases, pytorchLines, typescriptLines } from '../../mdx/running-lines.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { Island } from '../shell/Island.tsx';
import { errorTitles } from '../shell/state/status.ts';
import { BatchRows } from './BatchRows.tsx';
import { ClassPlane, ContentPlane } from './CodePlanes.tsx';
import { lightLines } from './light-lines.ts';
import { LossCurve } from './LossCurve.tsx';
import { phaseText, phaseTitles } from './phase-texts.ts';
import { rowNames } from './pictures.ts';
import {
  dwellMs,
  firstMoment,
  isLast,
  move,
  numbersOf,
  paces,
  slowMotionFields,
  type Moment,
  type SlowMotionFacts,
  type SlowMotionState,
} from './state.ts';
import { usePlay } from './use-play.ts';
import { useRecording } from './use-recording.ts';
import { Wall, wallRows } from './Wall.tsx';

export function SlowMotionFigure({ facts }: { readonly facts: SlowMotionFacts }) {
  const { settings, labels, losses } = facts;
  const numSteps = losses.length;
  const fields = useMemo(() => slowMotionFields(numSteps), [numSteps]);
  const island = useIsland('slow-motion', fields);
  const { state, change, enabled, inView, link } = island;
  const still = useReducedMotion();
  const { recording, loadedBytes, error, retry } = useRecording(facts.recordingUrl, inView);
  /** Where Play is, and in which state it was pressed: any other state, such as a link's, ends it. */
  const [play, setPlay] = useState<Moment & { readonly from: SlowMotionState }>();
  const played = !still && play?.from === state ? play : undefined;

  const { step, phase }: Moment = recording ? (played ?? state) : firstMoment;
  const moment = { step, phase };
  const numbers = recording ? numbersOf(recording, step) : facts.first;
  const works = enabled && recording !== undefined;

  const rest = (changed: Partial<SlowMotionState>): void => {
    setPlay(undefined);
    change({ ...moment, ...changed });
  };
  usePlay({
    on: played !== undefined && inView && works,
    moment: `${step} ${phase}`,
    dwellMs: dwellMs[state.by],
    onNext: () => {
      const next = move(moment, state.by, 1, numSteps);
      if (isLast(next, numSteps)) rest(next);
      else setPlay({ ...next, from: state });
    },
  });
  useEffect(() => {
    if (enabled) lightLines(phase);
  }, [enabled, phase]);

  const status: FigureStatusValue = error
    ? {
        kind: 'error',
        title: error.code === 'network' ? errorTitles.network : 'The recording cannot be read.',
        meanwhile: `The picture shows step ${step}.`,
        details: error.message,
      }
    : inView && !recording
      ? {
          kind: 'loading',
          what: 'Loading the recording',
          loadedBytes,
          totalBytes: Math.max(loadedBytes, facts.recordingBytes),
        }
      : {
          kind: 'ready',
          text: `Recorded: ${labels.length} images, ${numSteps} steps, σ ${settings.sigma}.`,
        };

  const stepText = `${step} of ${numSteps}, epoch ${Math.ceil((step * settings.batchSize) / labels.length)}`;
  const parts = { facts, moment, numbers, recording };
  return (
    <Island
      island={{ ...island, link: () => link(moment) }}
      label="One training step in slow motion"
      state={error ? 'error' : recording ? 'ready' : 'loading'}
      foot={
        <span className="remark">
          {still ? 'Your system asks for less motion: Next and Back go through the run.' : ''}
        </span>
      }
    >
      <div className="island-controls slow-controls">
        <Segmented
          legend="Go by"
          options={paces.map((value) => ({ value, text: value }))}
          value={state.by}
          onChange={(by) => rest({ by })}
          disabled={!works}
        />
        <div className="side-row">
          {!still && (
            <PlayButton
              playing={played !== undefined}
              onChange={(on) => {
                if (!on) rest({});
                else if (isLast(moment, numSteps)) setPlay({ step: 1, phase: phases[0], from: state });
                else setPlay({ ...moment, from: state });
              }}
              disabled={!works}
            />
          )}
          <button
            type="button"
            className="button"
            disabled={!works}
            onClick={() => rest(move(moment, state.by, -1, numSteps))}
          >
            Back
          </button>
          <button
            type="button"
            className="button"
            disabled={!works}
            onClick={() => rest(move(moment, state.by, 1, numSteps))}
          >
            Next
          </button>
        </div>
        <FigureStatus status={status} onRetry={retry} />
        <Segmented
          legend="Phase of the step"
          options={phases.map((value, i) => ({
            value,
            text: String(i + 1),
            remark: value,
            name: `${i + 1}, ${value}`,
          }))}
          value={phase}
          onChange={(chosen) => rest({ phase: chosen })}
          disabled={!works}
        />
      </div>
      <noscript>With JavaScript, every step can be seen.</noscript>
      <div
        className="slow-body"
        style={{ '--glide': `${state.by === 'phases' ? 700 : dwellMs.steps}ms` } as CSSProperties}
      >
        <div className="slow-words" aria-live={played ? 'off' : 'polite'}>
          <p className="phase-title">{`${phases.indexOf(phase) + 1}. ${phaseTitles[phase]}`}</p>
          <p>{boundText(phaseText(phase, { numbers, settings, numImages: labels.length }))}</p>
        </div>
        <div className="slow-code" role="group" aria-label="The lines that run">
          <pre className="running-pytorch">
            <code>{linesOf(pytorchLines, phase).join('\n')}</code>
          </pre>
          <pre className="running-typescript">
            <code>{linesOf(typescriptLines, phase).join('\n')}</code>
          </pre>
        </div>
        <figure className="slow-content">
          <ContentPlane {...parts} />
          <figcaption>Content codes: first number across, second upwards</figcaption>
        </figure>
        <BatchRows {...parts} numSheetRows={rowNames.length + wallRows(facts)} />
        <div className="slow-side">
          <figure>
            <ClassPlane {...parts} />
            <figcaption>Class codes</figcaption>
          </figure>
          <Wall {...parts} />
        </div>
        <div className="slow-run">
          <LossCurve
            losses={losses}
            step={step}
            onStep={works ? (chosen) => rest({ step: chosen }) : undefined}
          />
          <Slider
            label="Step"
            value={step}
            min={1}
            max={numSteps}
            step={1}
            text={stepText}
            onChange={(chosen) => rest({ step: chosen })}
            disabled={!works}
          />
        </div>
      </div>
    </Island>
  );
}
