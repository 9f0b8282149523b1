/** What there is to see of one run, or of two beside each other: pictures, the loss, and the codes. */
import { useMemo } from 'react';
import { transferClasses, type Frame } from '../../../engine/trainer-protocol.ts';
import { CodeMap } from './CodeMap.tsx';
import { LossPlot } from './LossPlot.tsx';
import { mapPoints } from './map-points.ts';
import { momentText } from './run-phase.ts';
import type { RunView } from './run-view.ts';
import { runNames, runTitles } from './second-run.ts';
import type { FirstFrame } from './state.ts';
import { TrainPictures } from './TrainPictures.tsx';

interface TrainBodyProps {
  readonly first: FirstFrame;
  readonly started: RunView['started'];
  /** One a run; none before the first run, whose place a run made beforehand takes. */
  readonly frames: readonly Frame[];
  readonly losses: RunView['losses'];
}

export function TrainBody({ first, started, frames, losses }: TrainBodyProps) {
  const maps = useMemo(() => frames.map(({ map }) => mapPoints(map)), [frames]);
  const runs: readonly (Frame | undefined)[] = frames.length > 0 ? frames : [undefined];
  const [frame] = runs;
  const moment = frame ? `after ${momentText(frame)}` : 'in a run made beforehand';
  const isPair = frames.length > 1;
  const titles = isPair && started ? runTitles(started.settings, frames) : [];
  const mapped = frame && started ? started.mapped : first.mapped;
  return (
    <div className={isPair ? 'train-body train-pair' : 'train-body'}>
      {runs.map((of, run) => (
        <TrainPictures
          key={run}
          first={first}
          title={titles.at(run)}
          digits={started?.digits ?? first.digits}
          classes={started?.transferClasses ?? transferClasses}
          originals={started?.originals}
          frame={of}
          moment={moment}
        />
      ))}
      <div className="train-side">
        <LossPlot
          losses={frame ? losses : [first.losses]}
          numSteps={frame ? frame.step : first.losses.length * first.stepsPerEpoch}
          name="Loss of the batch"
          names={runNames}
          digits={3}
        />
        {runs.map((of, run) => (
          <figure key={run}>
            <CodeMap
              points={maps.at(run) ?? first.points}
              digits={mapped}
              text={`Content codes of ${mapped.length} images along their two main axes, coloured by class, ${moment}${isPair ? `, ${titles[run]}` : ''}`}
            />
            <figcaption>
              {isPair && <strong>{`${titles[run]}. `}</strong>}
              <span>{`Content codes, coloured by class. Their root mean square: ${(of ?? first).contentCodeRms.toFixed(3)}.`}</span>
            </figcaption>
          </figure>
        ))}
      </div>
    </div>
  );
}
