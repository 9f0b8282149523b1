/** The button that draws anew, with the seed that was drawn with beside it. */
import { NextSeed } from './NextSeed.tsx';

interface DrawAgainProps {
  readonly seed: number;
  readonly onChange: (seed: number) => void;
  readonly disabled: boolean;
  readonly text?: string;
}

export const DrawAgain = ({ seed, onChange, disabled, text = 'Draw again' }: DrawAgainProps) => (
  <div className="side-row">
    <NextSeed seed={seed} onChange={onChange} disabled={disabled}>
      {text}
    </NextSeed>
    <span className="remark">{`seed ${seed}`}</span>
  </div>
);
