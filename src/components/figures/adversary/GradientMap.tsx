/** The gradient of a score by the pixels of its picture, painted over that picture. */
import { gradientAreas, gradientText } from './gradient.ts';

interface GradientMapProps {
  /** [side × side] */
  readonly gradient: ArrayLike<number>;
}

export function GradientMap({ gradient }: GradientMapProps) {
  const side = Math.sqrt(gradient.length);
  return (
    <svg
      className="gradient-map"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={`Gradient of the score by the picture: ${gradientText(gradient)}`}
      shapeRendering="crispEdges"
    >
      {gradientAreas(gradient).map(({ sign, opacity, path }) => (
        <path key={`${sign} ${opacity}`} className={`gradient-${sign}`} opacity={opacity} d={path} />
      ))}
    </svg>
  );
}
