/** The loss of each class, step by step; the best one is strong. */
import { lossText } from './verdict.ts';
import { raceCurve } from './race-curve.ts';
import { bestClass, numSteps } from './searcher.ts';

interface RaceCurveProps {
  readonly bestAfter: readonly ArrayLike<number>[];
  readonly stride: number;
}

export function RaceCurve({ bestAfter, stride }: RaceCurveProps) {
  const { highest, paths } = raceCurve(bestAfter, { numSteps, stride });
  const last = bestAfter[bestAfter.length - 1];
  const best = bestClass(last);
  const step = (bestAfter.length - 1) * stride;
  return (
    <figure className="draw-curve">
      <figcaption>{`Loss of each class, L1 + L2, after ${step} of ${numSteps} steps; lower is better`}</figcaption>
      <div>
        <span aria-hidden="true">{highest.toFixed(2)}</span>
        <svg
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={`The losses of ten classes fall: the best, ${best}, from ${lossText(bestAfter[0][best])} to ${lossText(last[best])} after ${step} steps`}
        >
          {paths.map((path, digit) => (
            <path key={digit} d={path} data-best={digit === best} />
          ))}
        </svg>
        <span aria-hidden="true">0</span>
      </div>
    </figure>
  );
}
