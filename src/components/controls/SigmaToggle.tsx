/** Chooses the noise level of the training run. */
import { Segmented } from './Segmented.tsx';

interface SigmaToggleProps {
  readonly sigmas: readonly number[];
  readonly sigma: number;
  readonly onChange: (sigma: number) => void;
  readonly disabled?: boolean;
}

export const SigmaToggle = ({ sigmas, sigma, onChange, disabled = false }: SigmaToggleProps) => (
  <Segmented
    sets="noise"
    legend={
      <>
        Noise std <var>σ</var>
      </>
    }
    options={sigmas.map((value) => ({ value, text: String(value), name: `σ ${value}` }))}
    value={sigma}
    onChange={onChange}
    disabled={disabled}
  />
);
