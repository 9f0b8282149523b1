/** One choice of a few, as a row of joined radio buttons: the browser's own, so arrow keys and screen readers know them. */
import { useId, type ReactNode } from 'react';

interface SegmentedOption<Value extends string | number> {
  readonly value: Value;
  readonly text: string;
  /** What a screen reader says where the text alone is too short. */
  readonly name?: string | undefined;
  /** A quiet remark after the text, such as a download size. */
  readonly remark?: string | undefined;
  /** Cannot be chosen now; whoever turns it off says why. */
  readonly disabled?: boolean;
}

interface SegmentedProps<Value extends string | number> {
  readonly legend: ReactNode;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** What it sets, for keys of a page: `data-control`. */
  readonly sets?: 'noise' | 'preset';
}

export function Segmented<Value extends string | number>({
  legend,
  options,
  value,
  onChange,
  disabled = false,
  sets,
}: SegmentedProps<Value>) {
  const group = useId();
  return (
    <fieldset className="segmented" disabled={disabled} data-control={sets}>
      <legend>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={group}
              autoComplete="off"
              aria-label={option.name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <span>{option.text}</span>
              {option.remark && <small>{option.remark}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
