/** What lies over the dots of the plane: N(0, I), and the posterior of the chosen image with draws from it. */
import { placeOfCode, type Point } from '../content-map/state.ts';
import { ringStds, type Posterior } from './plane.ts';

interface PlaneMapProps {
  readonly extent: number;
  readonly posterior: Posterior;
  readonly draws: readonly Point[];
  readonly digit: number;
  readonly showsCodes: boolean;
}

export function PlaneMap({ extent, posterior, draws, digit, showsCodes }: PlaneMapProps) {
  /** In hundredths of the frame, whose y runs down. */
  const at = (code: Point): { x: number; y: number } => {
    const { x, y } = placeOfCode(code, extent);
    return { x: 100 * x, y: 100 - 100 * y };
  };
  const length = (value: number): number => (50 * value) / extent;
  const { mean, std } = posterior;
  const [middle, center] = [at([0, 0]), at(mean)];
  const ring = length(ringStds);
  return (
    <svg
      className="map-plane"
      viewBox="0 0 100 100"
      role="img"
      aria-label={`${showsCodes ? 'Codes of validation images, one dot an image, coloured by class. ' : ''}The plane reaches from −${extent} to ${extent}. The posterior of the chosen image, a ${digit}, is at ${mean.map(numberText).join(', ')}; its σ is ${stdText(posterior)}.`}
    >
      <rect className="map-frame" width={100} height={100} />
      <path className="map-cross" d="M50 46v8M46 50h8" />
      <circle className="plane-prior" cx={middle.x} cy={middle.y} r={ring} />
      <text className="map-name" x={middle.x} y={middle.y - ring - 1} textAnchor="middle">
        N(0, I)
      </text>
      <ellipse
        className="map-noise"
        cx={center.x}
        cy={center.y}
        rx={length(ringStds * std[0])}
        ry={length(ringStds * std[1])}
      />
      {draws.map((code, i) => {
        const { x, y } = at(code);
        return <circle key={i} className="plane-draw" cx={x} cy={y} r={0.6} />;
      })}
      <path className="plane-mean" d={`M${center.x - 2} ${center.y}h4M${center.x} ${center.y - 2}v4`} />
    </svg>
  );
}

/** Without the divergence, posteriors are narrower than any number of digits would show. */
export const stdText = ({ std }: Posterior): string =>
  std.map((value) => (value < 0.01 ? 'under 0.01' : numberText(value))).join(', ');

export const numberText = (value: number): string => value.toFixed(2).replace('-', '−');
