/** What the colours of the dots mean; the canvas takes them from here. */
import type { CSSProperties, RefObject } from 'react';
import type { Colouring } from './state.ts';

interface MapLegendProps {
  readonly colour: Colouring;
  readonly list: RefObject<HTMLOListElement | null>;
}

/** Of classes, and of tenths alike. */
const numItems = 10;
const ends = {
  slant: ['leans left', 'leans right'],
  ink: ['little ink', 'much ink'],
  width: ['narrow', 'wide'],
  height: ['low', 'tall'],
} as const;

export const MapLegend = ({ colour, list }: MapLegendProps) => (
  <div className="walk-legend">
    {colour !== 'class' && <span>{ends[colour][0]}</span>}
    <ol
      ref={list}
      className="walk-colour-list"
      data-colour={colour}
      aria-label={colour === 'class' ? 'Colours of the classes' : `Colours from ${ends[colour].join(' to ')}`}
    >
      {Array.from({ length: numItems }, (_, item) => (
        <li
          key={item}
          style={
            { '--class-color': `var(--class-${item})`, '--tenth': item / (numItems - 1) } as CSSProperties
          }
        >
          {colour === 'class' && item}
        </li>
      ))}
    </ol>
    {colour !== 'class' && <span>{ends[colour][1]}</span>}
  </div>
);
