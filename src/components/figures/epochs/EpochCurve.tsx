/**
 * L1 + L2 in training over epochs, whatever the loss trained on, so that all runs compare: the chosen run among those with the same
 * loss, with a mark at the epoch and the floor of a model that knows the class alone.
 */
import { useDrag } from '../../controls/use-drag.ts';
import { spreadOut } from '../../charts/labels.ts';
import { lossTexts } from '../losses/loss-texts.ts';
import { curvePath, curveScales, type CurveFrame } from './epoch-curve.ts';
import { bothParts, type EpochRun } from './state.ts';

interface EpochCurveProps {
  readonly runs: readonly EpochRun[];
  readonly run: EpochRun;
  readonly epoch: number;
  readonly numEpochs: number;
  /** L1 + L2 of the best single picture of each class. */
  readonly floor: number;
  /** A press or a drag on the chart; the slider does the same by keyboard. */
  readonly onEpoch: ((epoch: number) => void) | undefined;
}

const frame: CurveFrame = { width: 300, height: 220, left: 34, right: 48, top: 24, bottom: 24 };
const labelHeight = 14;

export function EpochCurve({ runs, run, epoch, numEpochs, floor, onEpoch }: EpochCurveProps) {
  const scales = curveScales(frame, { numEpochs, losses: runs.flatMap(bothParts) });
  const { x, y, ticks, epochAt } = scales;
  const others = runs.filter(({ loss, id }) => loss === run.loss && id !== run.id);
  const shown = [...others, run];
  const ends = spreadOut(
    shown.map((each) => y(bothParts(each)[numEpochs - 1])),
    labelHeight,
    [frame.top, frame.height - frame.bottom],
  );
  const right = frame.width - frame.right;
  const bottom = frame.height - frame.bottom;
  const [l1, l2] = [run.l1[epoch - 1], run.l2[epoch - 1]];

  const drag = useDrag(({ left }) => onEpoch?.(epochAt(left * frame.width)));
  return (
    <figure className="epoch-curve">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={`L1 + L2 in training by epoch, trained on ${lossTexts[run.loss]} at σ ${run.contentNoiseStd}: ${(l1 + l2).toFixed(3)} in epoch ${epoch}; class alone ${floor.toFixed(3)}`}
        {...drag}
      >
        <text className="chart-axis-title" x={0} y={12}>
          L1 + L2 in training
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="curve-grid" d={`M${frame.left},${y(tick)}H${right}`} />
            <text x={frame.left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {[1, 10, 20, 30, 40, numEpochs].map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
            {tick}
          </text>
        ))}
        <text className="chart-axis-title" x={right + 12} y={bottom + 18}>
          epoch
        </text>
        <path className="curve-floor" d={`M${frame.left},${y(floor)}H${right}`} />
        <text className="curve-floor-name" x={right - 2} y={y(floor) - 5} textAnchor="end">
          class alone
        </text>
        <path className="curve-marker" d={`M${x(epoch)},${frame.top - 6}V${bottom}`} />
        {shown.map((each, i) => (
          <g key={each.id} className={each === run ? 'curve-chosen' : 'curve-other'}>
            <path d={curvePath(bothParts(each), scales)} />
            <text x={right + 8} y={ends[i] + 4}>
              {`σ ${each.contentNoiseStd}`}
            </text>
          </g>
        ))}
        <circle className="curve-point" cx={x(epoch)} cy={y(l1 + l2)} r={4.5} />
      </svg>
      <figcaption>{`In epoch ${epoch}, with noise: L1 ${l1.toFixed(4)}, L2 ${l2.toFixed(4)}.`}</figcaption>
    </figure>
  );
}
