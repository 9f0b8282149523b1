/** How a discriminator scores training images, above the line, and pictures, below it, after one epoch. */
import { binsOf, scoreText, type Scores } from './games.ts';

const frame = { width: 340, height: 150, left: 8, right: 8, middle: 66, tallest: 44 } as const;

interface ScoreHistogramProps {
  readonly scores: Scores;
  readonly epoch: number;
  /** The model, in words. */
  readonly what: string;
}

export function ScoreHistogram({ scores: { from, to, means, bins }, epoch, what }: ScoreHistogramProps) {
  const real = binsOf(bins.real);
  const fake = binsOf(bins.fake);
  const most = Math.max(...real, ...fake);
  const room = frame.width - frame.left - frame.right;
  const x = (score: number): number => frame.left + (room * (score - from)) / (to - from || 1);
  const bars = (counts: readonly number[], sign: 1 | -1): string =>
    counts
      .map((count, i) => {
        const left = frame.left + (room * i) / counts.length;
        const height = (sign * frame.tallest * count) / most;
        return `M${left.toFixed(1)},${frame.middle}h${(room / counts.length - 1).toFixed(1)}v${(-height).toFixed(1)}H${left.toFixed(1)}z`;
      })
      .join('');
  const [realMean, fakeMean] = [means.real, means.fake].map(scoreText);
  return (
    <svg
      className="score-histogram"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={`Scores that the discriminator of ${what} gives after epoch ${epoch}: training images ${realMean} on average, pictures ${fakeMean}, all between ${scoreText(from)} and ${scoreText(to)}`}
    >
      <text className="chart-axis-title scores-title-real" x={0} y={12}>
        {`score of training images, mean ${realMean}`}
      </text>
      <path className="scores-real" d={bars(real, 1)} />
      <path className="scores-fake" d={bars(fake, -1)} />
      <path className="course-grid" d={`M${frame.left},${frame.middle}H${frame.width - frame.right}`} />
      {(['real', 'fake'] as const).map((name) => (
        <path
          key={name}
          className="scores-mean"
          d={`M${x(means[name]).toFixed(1)},${frame.middle}v${name === 'real' ? -frame.tallest : frame.tallest}`}
        />
      ))}
      <text x={frame.left} y={frame.middle + frame.tallest + 16}>
        {scoreText(from)}
      </text>
      <text x={frame.width - frame.right} y={frame.middle + frame.tallest + 16} textAnchor="end">
        {scoreText(to)}
      </text>
      <text className="chart-axis-title scores-title-fake" x={0} y={frame.height - 4}>
        {`score of pictures, mean ${fakeMean}`}
      </text>
    </svg>
  );
}
