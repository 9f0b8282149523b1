/** What lies over the dots: the place, and the codes that are averaged there. */
import type { Place } from './layout.ts';

interface MapCursorProps {
  readonly label: string;
  readonly place: Place;
  /** Of all images, [n × 2]; undefined until they are there. */
  readonly places: Float32Array | undefined;
  /** The images that are averaged; none on principal axes. */
  readonly averaged: readonly number[];
}

export const MapCursor = ({ label, place, places, averaged }: MapCursorProps) => (
  <svg className="map-plane" viewBox="0 0 100 100" role="img" aria-label={label}>
    <rect className="map-frame" width={100} height={100} />
    {places &&
      averaged.map((image) => (
        <circle
          key={image}
          className="walk-averaged"
          cx={100 * places[2 * image]}
          cy={100 - 100 * places[2 * image + 1]}
          r={0.9}
        />
      ))}
    <path className="walk-cross" d={`M${100 * place.x - 2} ${100 - 100 * place.y}h4m-2 -2v4`} />
  </svg>
);
