/** Chooses the noise level of the training run. */
import { Segmented } from './Segmented.tsx';

interface SigmaToggleProps {
  readonly sigmas: readonly number[];
  readonly sigma: number;
  /** Which run, where nothing else on the figure says it. */
  readonly remark?: string | undefined;
  readonly onChange: (sigma: number) => void;
  readonly disabled?: boolean;
}

export const SigmaToggle = ({ sigmas, sigma, remark, onChange, disabled = false }: SigmaToggleProps) => (
  <Segmented
    legend={
      <>
        Noise std <var>σ</var>
        {remark && `, ${remark}`}
      </>
    }
    options={sigmas.map((value) => ({ value, text: String(value), name: `σ ${value}` }))}
    value={sigma}
    onChange={onChange}
    disabled={disabled}
  />
);
