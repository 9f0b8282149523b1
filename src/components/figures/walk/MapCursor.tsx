/** What lies over the dots: the place, and rings about some of them. */
import type { Place } from './layout.ts';

interface MapCursorProps {
  readonly label: string;
  /** None where what is drawn has no place. */
  readonly place: Place | undefined;
  /** Of all images, [n × 2]; undefined until they are there. */
  readonly places: Float32Array | undefined;
  readonly ringed: readonly number[];
}

export const MapCursor = ({ label, place, places, ringed }: MapCursorProps) => (
  <svg className="map-plane" viewBox="0 0 100 100" role="img" aria-label={label}>
    <rect className="map-frame" width={100} height={100} />
    {places &&
      ringed.map((image) => (
        <circle
          key={image}
          className="walk-ring"
          cx={100 * places[2 * image]}
          cy={100 - 100 * places[2 * image + 1]}
          r={0.9}
        />
      ))}
    {place && <path className="walk-cross" d={`M${100 * place.x - 2} ${100 - 100 * place.y}h4m-2 -2v4`} />}
  </svg>
);
