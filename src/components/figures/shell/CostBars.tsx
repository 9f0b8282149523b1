/** Beside the class obeyed, what it cost: variety and hand kept as bars. The mark at the end of a bar is real images. */
import type { CSSProperties } from 'react';
import { costBars, type Cost } from './state/cost.ts';

/** @param cost undefined where nothing was measured, as of a model half-way; the place stays. */
export const CostBars = ({ cost }: { readonly cost: Cost | undefined }) => (
  <dl className="cost-bars" data-unmeasured={cost === undefined}>
    {costBars(cost ?? { variety: 0, ink: 0, slant: 0 }).map(({ name, says, share }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <span className="cost-bar" style={{ '--share': share } as CSSProperties} aria-hidden="true" />
          <span>{says}</span>
        </dd>
      </div>
    ))}
  </dl>
);
