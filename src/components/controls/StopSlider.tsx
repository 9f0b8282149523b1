/** A number from a few that are not evenly spaced: a slider with a stop for each, named below it. */
import { useId, type ReactNode } from 'react';
import { Range } from './Range.tsx';

interface StopSliderProps {
  readonly label: ReactNode;
  /** The label as a screen reader says it. */
  readonly name: string;
  /** Rising. */
  readonly stops: readonly number[];
  readonly value: number;
  /** The value as a screen reader says it. */
  readonly textOf: (value: number) => string;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
  /** What it sets, for keys of a page: `data-control`. */
  readonly sets?: 'noise';
}

export function StopSlider({
  label,
  name,
  stops,
  value,
  textOf,
  onChange,
  disabled = false,
  sets,
}: StopSliderProps) {
  const id = useId();
  return (
    <div className="slider stop-slider" data-control={sets}>
      <label htmlFor={id}>{label}</label>
      <Range
        id={id}
        aria-label={name}
        aria-valuetext={textOf(value)}
        min={0}
        max={stops.length - 1}
        step={1}
        value={stops.indexOf(value)}
        disabled={disabled}
        onChange={(stop) => onChange(stops[stop])}
      />
      <ol className="stops" aria-hidden="true">
        {stops.map((each) => (
          <li key={each} data-current={each === value}>
            {each}
          </li>
        ))}
      </ol>
    </div>
  );
}
