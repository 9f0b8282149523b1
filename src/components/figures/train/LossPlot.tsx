/** A loss so far, of one run or of two, on a logarithmic axis, over the steps so far. The second is dashed and ends in a square. */
import { lossFrame as frame, plotLosses } from './loss-plot.ts';

interface LossPlotProps {
  /** One list a run. */
  readonly losses: readonly (readonly number[])[];
  /** Of the last losses. */
  readonly numSteps: number;
  readonly name: string;
  /** Of the runs, where there are two. */
  readonly names?: readonly string[];
  /** Of a loss in words, behind the point. */
  readonly digits: number;
}

export function LossPlot({ losses, numSteps, name, names = [], digits }: LossPlotProps) {
  const plot = plotLosses(losses);
  const bottom = frame.height - frame.bottom;
  const right = frame.width - frame.right;
  const lasts = losses.map((ofRun) => ofRun.at(-1)?.toFixed(digits) ?? '');
  const isPair = losses.length > 1;
  return (
    <figure className="epoch-curve train-loss">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={plot ? `${name}${spoken({ losses, numSteps, names, digits })}` : `${name}: no steps yet`}
      >
        <text className="chart-axis-title" x={0} y={12}>
          {name}
        </text>
        {plot?.ticks.map((tick) => (
          <g key={tick}>
            <path className="curve-grid" d={`M${frame.left},${plot.y(tick)}H${right}`} />
            <text x={frame.left - 6} y={plot.y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <path className="curve-grid" d={`M${frame.left},${bottom}H${right}`} />
        <text x={frame.left} y={bottom + 16} textAnchor="middle">
          1
        </text>
        <text x={right} y={bottom + 16} textAnchor="end">
          {`step ${numSteps}`}
        </text>
        {plot?.lines.map(({ path, last }, run) => (
          <g key={run} className={run === 0 ? 'curve-chosen' : 'curve-chosen train-second'}>
            <path d={path} />
            {run === 0 ? (
              <circle className="curve-point" cx={last.x} cy={last.y} r={4} />
            ) : (
              <rect className="curve-point" x={last.x - 4} y={last.y - 4} width={8} height={8} />
            )}
          </g>
        ))}
      </svg>
      {isPair && (
        <figcaption>
          {`${names[0]}, solid line and disc: ${lasts[0]}. ${names[1]}, dashed line and square: ${lasts[1]}.`}
        </figcaption>
      )}
    </figure>
  );
}

function spoken({ losses, numSteps, names, digits }: Required<Omit<LossPlotProps, 'name'>>): string {
  const texts = losses.map(
    (ofRun) => `from ${ofRun[0].toFixed(digits)} to ${ofRun[ofRun.length - 1].toFixed(digits)}`,
  );
  return texts.length === 1
    ? `, ${texts[0]} after ${numSteps} steps`
    : ` over ${numSteps} steps. ${texts.map((text, run) => `${names[run]}: ${text}.`).join(' ')}`;
}
