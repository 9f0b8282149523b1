/** A class as its digit in the colour that the whole site gives it. */
import type { CSSProperties } from 'react';

export const ClassLabel = ({ digit }: { readonly digit: number }) => (
  <span className="class-label" style={{ '--class-color': `var(--class-${digit})` } as CSSProperties}>
    {digit}
  </span>
);
