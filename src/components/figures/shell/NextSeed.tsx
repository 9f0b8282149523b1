/** The button that draws or picks anew: the next seed. */
import type { ReactNode } from 'react';
import { nextSeed } from './state/seeds.ts';

interface NextSeedProps {
  readonly seed: number;
  readonly onChange: (seed: number) => void;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

export const NextSeed = ({ seed, onChange, disabled, children }: NextSeedProps) => (
  <button type="button" className="button" disabled={disabled} onClick={() => onChange(nextSeed(seed))}>
    {children}
  </button>
);
