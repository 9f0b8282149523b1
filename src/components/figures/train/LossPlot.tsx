/** The loss so far, on a logarithmic axis, over the steps so far. */
import { lossFrame as frame, plotLosses } from './loss-plot.ts';

interface LossPlotProps {
  readonly losses: readonly number[];
  /** Of the last loss. */
  readonly numSteps: number;
  readonly name: string;
}

export function LossPlot({ losses, numSteps, name }: LossPlotProps) {
  const plot = plotLosses(losses);
  const bottom = frame.height - frame.bottom;
  const right = frame.width - frame.right;
  const last = losses.at(-1);
  return (
    <figure className="epoch-curve train-loss">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={
          last === undefined || losses.length < 2
            ? `${name}: no steps yet`
            : `${name}, from ${losses[0].toFixed(3)} down or up to ${last.toFixed(3)} after ${numSteps} steps`
        }
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
        {plot && (
          <g className="curve-chosen">
            <path d={plot.path} />
            <circle className="curve-point" cx={plot.last.x} cy={plot.last.y} r={4} />
          </g>
        )}
      </svg>
    </figure>
  );
}
