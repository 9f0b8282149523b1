/** Time for a batch by its size, one line a runtime, each named at its end. */
import { batchSizes, runtimeKinds, runtimeNames } from '../../../engine/runtimes/kinds.ts';
import type { RuntimeResults } from '../../../engine/runtimes/results.ts';
import { spreadOut } from '../../charts/labels.ts';
import { frame, latencyScales } from './latency-chart.ts';

const labelHeight = 14;

export function LatencyChart({ results }: { readonly results: RuntimeResults }) {
  const lines = runtimeKinds
    .map((kind, i) => ({
      kind,
      tone: `var(--series-${i + 1})`,
      points: batchSizes.flatMap((batchSize) => {
        const ms = results[kind].latencies[batchSize];
        return ms === undefined ? [] : [{ batchSize, ms }];
      }),
    }))
    .filter(({ points }) => points.length > 0);
  const { x, y, ticks } = latencyScales(lines.flatMap(({ points }) => points.map(({ ms }) => ms)));
  const [right, bottom] = [frame.width - frame.right, frame.height - frame.bottom];
  const ends = spreadOut(
    lines.map(({ points }) => y(points[points.length - 1].ms)),
    labelHeight,
    [frame.top, bottom],
  );
  return (
    <svg
      className="latency-chart"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={
        lines.length === 0
          ? 'Chart of milliseconds by pictures at once: nothing is measured yet'
          : `Milliseconds by pictures at once: ${lines.map(({ kind }) => runtimeNames[kind]).join('; ')}. The numbers are in the table below.`
      }
    >
      <text className="chart-axis-title" x={0} y={12}>
        milliseconds (log)
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="latency-grid" d={`M${frame.left},${y(tick)}H${right}`} />
          <text x={frame.left - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {batchSizes.map((batchSize) => (
        <text key={batchSize} x={x(batchSize)} y={bottom + 18} textAnchor="middle">
          {batchSize}
        </text>
      ))}
      <text className="chart-axis-title" x={(frame.left + right) / 2} y={bottom + 38} textAnchor="middle">
        pictures at once (log)
      </text>
      {lines.map(({ kind, tone, points }, i) => (
        <g key={kind} style={{ stroke: tone, fill: tone }}>
          <path
            d={points
              .map(({ batchSize, ms }, at) => `${at === 0 ? 'M' : 'L'}${x(batchSize)},${y(ms).toFixed(1)}`)
              .join('')}
          />
          {points.map(({ batchSize, ms }) => (
            <circle key={batchSize} cx={x(batchSize)} cy={y(ms)} r={3.5} />
          ))}
          <text x={x(points[points.length - 1].batchSize) + 10} y={ends[i] + 4}>
            {shortNames[kind]}
          </text>
        </g>
      ))}
    </svg>
  );
}

const shortNames = {
  'tfjs-wasm': 'tfjs, Wasm',
  'tfjs-webgpu': 'tfjs, WebGPU',
  'onnx-wasm': 'ONNX, Wasm',
  'onnx-webgpu': 'ONNX, WebGPU',
} as const;
