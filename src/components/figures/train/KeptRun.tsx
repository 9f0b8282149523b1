/** Offers the run that the browser keeps, once the figure is in view. */
import { useEffect, useState } from 'react';
import type { KeptRunLine } from '../../../engine/kept-run.ts';
import { keptText } from './state.ts';

interface KeptRunProps {
  readonly active: boolean;
  readonly onResume: () => void;
}

export default function KeptRun({ active, onResume }: KeptRunProps) {
  const [line, setLine] = useState<KeptRunLine>();
  useEffect(() => {
    if (!active) return;
    let left = false;
    import('../../../engine/kept-run.ts')
      .then(({ readKeptLine }) => readKeptLine())
      .then((found) => {
        if (!left) setLine(found);
      })
      .catch(() => undefined); // a browser that keeps nothing has nothing to offer
    return () => {
      left = true;
    };
  }, [active]);
  if (!line) return null;
  return (
    <p className="train-kept">
      <span>{keptText(line)}</span>
      <button type="button" className="button" onClick={onResume}>
        Go on with it
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          setLine(undefined);
          void import('../../../engine/kept-run.ts').then(({ forgetRun }) => forgetRun());
        }}
      >
        Forget it
      </button>
    </p>
  );
}
