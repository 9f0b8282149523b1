/** One small curve over the epochs: the mistaken run, and the right one in grey behind it. */
import { curvePath, curveScales, type CurveFrame } from '../epochs/epoch-curve.ts';

interface ClueCurveProps {
  readonly title: string;
  readonly values: readonly number[];
  readonly right: readonly number[];
}

const frame: CurveFrame = { width: 200, height: 104, left: 30, right: 8, top: 22, bottom: 18 };

export function ClueCurve({ title, values, right }: ClueCurveProps) {
  const numEpochs = values.length;
  const all = [...values, ...right];
  // A value that stays where it is looks it.
  const middle = Math.sqrt(Math.min(...all) * Math.max(...all));
  const losses = [...all, middle / 1.4, middle * 1.4];
  const scales = curveScales(frame, { numEpochs, losses });
  const { x, y, ticks } = scales;
  const [first, last] = [values[0], values[numEpochs - 1]];
  return (
    <svg
      className="clue-curve"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={`${title} by epoch: from ${first} to ${last}; the right program, from ${right[0]} to ${right[numEpochs - 1]}`}
    >
      <text className="chart-axis-title" x={0} y={12}>
        {title}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="curve-grid" d={`M${frame.left},${y(tick)}H${frame.width - frame.right}`} />
          <text x={frame.left - 5} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {[1, numEpochs].map((epoch) => (
        <text key={epoch} x={x(epoch)} y={frame.height - 4} textAnchor={epoch === 1 ? 'start' : 'end'}>
          {epoch === 1 ? 'epoch 1' : epoch}
        </text>
      ))}
      <path className="clue-right" d={curvePath(right, scales)} />
      <path className="clue-wrong" d={curvePath(values, scales)} />
    </svg>
  );
}
