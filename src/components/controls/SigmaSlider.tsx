/** Sweeps through the noise levels: a slider with a stop for each, named below it. */
import { useId } from 'react';

interface SigmaSliderProps {
  readonly sigmas: readonly number[];
  readonly sigma: number;
  readonly onChange: (sigma: number) => void;
  readonly disabled?: boolean;
}

export function SigmaSlider({ sigmas, sigma, onChange, disabled = false }: SigmaSliderProps) {
  const id = useId();
  return (
    <div className="slider sigma-slider">
      <label htmlFor={id}>
        <var>σ</var>, noise std
      </label>
      <input
        id={id}
        type="range"
        autoComplete="off"
        aria-label="σ, noise std"
        aria-valuetext={`σ ${sigma}`}
        min={0}
        max={sigmas.length - 1}
        step={1}
        value={sigmas.indexOf(sigma)}
        disabled={disabled}
        onChange={(event) => onChange(sigmas[event.target.valueAsNumber])}
      />
      <ol className="sigma-stops" aria-hidden="true">
        {sigmas.map((each) => (
          <li key={each} data-current={each === sigma}>
            {each}
          </li>
        ))}
      </ol>
    </div>
  );
}
