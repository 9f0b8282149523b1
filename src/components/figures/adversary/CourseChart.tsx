/** Curves of training in an island, each named at its end; with `trend`, what was measured is faint and its trend is clear. */
import { spreadOut } from '../../charts/labels.ts';
import type { Tone } from '../../charts/types.ts';
import { coursePath, courseScales, frames, trendOf, type Curve } from './course-chart.ts';

export interface NamedCurve extends Curve {
  readonly text: string;
  readonly tone: Tone;
}

interface CourseChartProps {
  readonly title: string;
  /** What x is. */
  readonly unit: string;
  readonly curves: readonly NamedCurve[];
  readonly trend?: boolean;
  /** The x that is marked. */
  readonly at?: number;
  readonly size?: keyof typeof frames;
  readonly label: string;
}

const labelHeight = 14;

export function CourseChart({
  title,
  unit,
  curves,
  trend = false,
  at,
  size = 'narrow',
  label,
}: CourseChartProps) {
  const frame = frames[size];
  const [right, bottom] = [frame.width - frame.right, frame.height - frame.bottom];
  const scales = courseScales(curves, frame);
  const { x, y, xTicks, yTicks } = scales;
  const clear = trend ? curves.map((curve) => ({ ...curve, ys: trendOf(curve.ys) })) : curves;
  const ends = spreadOut(
    clear.map(({ ys }) => y(ys[ys.length - 1])),
    labelHeight,
    [frame.top, bottom],
  );
  return (
    <svg
      className="course-chart"
      data-size={size}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <text className="chart-axis-title" x={0} y={12}>
        {title}
      </text>
      {yTicks.map((tick) => (
        <g key={tick}>
          <path className="course-grid" d={`M${frame.left},${y(tick)}H${right}`} />
          <text x={frame.left - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className="chart-axis-title" x={right + 12} y={bottom + 18}>
        {unit}
      </text>
      {at !== undefined && <path className="course-marker" d={`M${x(at)},${frame.top - 6}V${bottom}`} />}
      {trend &&
        curves.map((curve) => (
          <path
            key={curve.text}
            className="course-raw"
            style={{ stroke: `var(--${curve.tone})` }}
            d={coursePath(curve, scales)}
          />
        ))}
      {clear.map((curve, i) => (
        <g key={curve.text}>
          <path style={{ stroke: `var(--${curve.tone})` }} d={coursePath(curve, scales)} />
          <text x={right + 8} y={ends[i] + 4} style={{ fill: `var(--${curve.tone})` }}>
            {curve.text}
          </text>
        </g>
      ))}
    </svg>
  );
}
