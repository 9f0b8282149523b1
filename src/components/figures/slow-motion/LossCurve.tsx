/** The loss of every step's batch, above the slider that chooses a step: the two have one axis. */
import type { CSSProperties } from 'react';
import { useDrag } from '../../controls/use-drag.ts';
import { lossPath, lossScale } from './loss-curve.ts';

interface LossCurveProps {
  readonly losses: readonly number[];
  readonly step: number;
  readonly onStep: ((step: number) => void) | undefined;
}

export function LossCurve({ losses, step, onStep }: LossCurveProps) {
  const scale = lossScale(losses);
  const drag = useDrag(({ left }) => onStep?.(scale.epochAt(left)));
  const at = {
    '--left': scale.x(step),
    '--top': scale.y(losses[step - 1]),
  } as CSSProperties;
  return (
    <figure className="loss-curve">
      <figcaption>Loss of the batch, L1 + L2</figcaption>
      <div className="loss-plot" {...drag}>
        {scale.ticks.map((tick) => (
          <span
            key={tick}
            className="loss-tick"
            aria-hidden="true"
            style={{ '--top': scale.y(tick) } as CSSProperties}
          >
            <span>{tick}</span>
          </span>
        ))}
        <svg
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={`The loss of the batch, step by step: ${losses[0].toFixed(3)} in step 1, ${losses[step - 1].toFixed(3)} in step ${step}, ${losses[losses.length - 1].toFixed(3)} in step ${losses.length}`}
        >
          <path d={lossPath(losses, scale)} />
        </svg>
        <span className="loss-point" style={at} />
      </div>
    </figure>
  );
}
