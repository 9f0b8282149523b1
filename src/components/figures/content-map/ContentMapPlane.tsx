/** What lies over the dots of the plane: what the directions mean, and the noise about the point. */
import { placeOfCode, type MapFacts, type Point } from './state.ts';

interface ContentMapPlaneProps {
  readonly facts: MapFacts;
  readonly content: Point;
  readonly showsCodes: boolean;
}

/** In hundredths of the frame, from the middle. */
const arrow = { from: 33, to: 43, words: 46.5 };

export function ContentMapPlane({ facts, content, showsCodes }: ContentMapPlaneProps) {
  const { directions, extent, sigma } = facts;
  const { x, y } = placeOfCode(content, extent);
  const meanings = directions.map(({ texts, direction }) => `${texts[0]} ${compass(direction)}`).join(', ');
  return (
    <svg
      className="map-plane"
      viewBox="0 0 100 100"
      role="img"
      aria-label={`${showsCodes ? 'Content codes, one dot a training image, coloured by class: the classes lie mixed. ' : ''}Pictures change along the map: ${meanings}.`}
    >
      <rect className="map-frame" width={100} height={100} />
      <path className="map-cross" d="M50 46v8M46 50h8" />
      {directions.flatMap(({ texts, direction: [a, b] }) =>
        texts.map((text, i) => {
          const sign = i === 0 ? 1 : -1;
          const at = (length: number): Point => [50 + sign * a * length, 50 - sign * b * length];
          const [tip, words] = [at(arrow.to), at(arrow.words)];
          return (
            <g key={text} className="map-arrow">
              <path d={`M${at(arrow.from).join(' ')}L${tip.join(' ')}`} markerEnd="url(#map-arrow-head)" />
              <text
                className="map-name"
                x={words[0]}
                y={words[1] + 1.2}
                textAnchor={words[0] > 75 ? 'end' : words[0] < 25 ? 'start' : 'middle'}
                dy={Math.abs(words[0] - 50) > 25 ? -3.2 : 0}
              >
                {text}
              </text>
            </g>
          );
        }),
      )}
      <defs>
        <marker
          id="map-arrow-head"
          viewBox="0 0 6 6"
          refX={5}
          refY={3}
          markerWidth={5}
          markerHeight={5}
          orient="auto"
        >
          <path d="M0 0L6 3L0 6z" />
        </marker>
      </defs>
      <circle className="map-noise" cx={100 * x} cy={100 - 100 * y} r={(50 * sigma) / extent} />
    </svg>
  );
}

/** Where an arrow points, in words. */
const compass = ([a, b]: Point): string =>
  Math.abs(a) > Math.abs(b) ? (a > 0 ? 'to the right' : 'to the left') : b > 0 ? 'upwards' : 'downwards';
