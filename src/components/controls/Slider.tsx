/** A number by dragging or arrow keys, with its value in words. */
import { useId, type ReactNode } from 'react';
import { Range } from './Range.tsx';

interface SliderProps {
  readonly label: ReactNode;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly step: number;
  /** The value as the reader sees and hears it. */
  readonly text: string;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
}

export function Slider({ label, value, min = 0, max, step, text, onChange, disabled = false }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <Range
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        disabled={disabled}
        onChange={onChange}
      />
      <output htmlFor={id}>{text}</output>
    </div>
  );
}
