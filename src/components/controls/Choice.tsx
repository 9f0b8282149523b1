/** One of many, as the browser's own menu. */
import { useId, type ReactNode } from 'react';

interface ChoiceProps<Value extends string | number> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

export function Choice<Value extends string | number>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        autoComplete="off"
        value={options.findIndex((option) => option.value === value)}
        disabled={disabled}
        onChange={(event) => onChange(options[event.target.selectedIndex].value)}
      >
        {options.map((option, i) => (
          <option key={option.value} value={i}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}
