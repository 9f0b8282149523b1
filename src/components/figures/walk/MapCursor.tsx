/** What lies over the dots: the place, a region of them, and rings about some. */
import type { Place } from './layout.ts';
import { pointsOf, type Region } from './region.ts';

interface MapCursorProps {
  readonly label: string;
  /** None where what is drawn has no place. */
  readonly place: Place | undefined;
  readonly region: Region | undefined;
  /** Of all images, [n × 2]; undefined until they are there. */
  readonly places: Float32Array | undefined;
  readonly ringed: readonly number[];
}

export const MapCursor = ({ label, place, region, places, ringed }: MapCursorProps) => (
  <svg className="map-plane" viewBox="0 0 100 100" role="img" aria-label={label}>
    <rect className="map-frame" width={100} height={100} />
    {region?.kind === 'loop' && <polygon className="walk-region" points={pointsOf(region.loop)} />}
    {region?.kind === 'circle' && (
      <circle
        className="walk-region"
        cx={100 * region.place.x}
        cy={100 - 100 * region.place.y}
        r={100 * region.radius}
      />
    )}
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
