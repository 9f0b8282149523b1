/** Sweeps through the noise levels. */
import { StopSlider } from './StopSlider.tsx';

interface SigmaSliderProps {
  readonly sigmas: readonly number[];
  readonly sigma: number;
  readonly onChange: (sigma: number) => void;
  readonly disabled?: boolean;
}

export const SigmaSlider = ({ sigmas, sigma, ...rest }: SigmaSliderProps) => (
  <StopSlider
    sets="noise"
    label={
      <>
        <var>σ</var>, noise std
      </>
    }
    name="σ, noise std"
    stops={sigmas}
    value={sigma}
    textOf={(value) => `σ ${value}`}
    {...rest}
  />
);
