/** One row of ten pictures under its name; where rows are beside each other, the names are those of the columns (encoders.css). */
import type { ReactNode } from 'react';

interface StripOfProps {
  readonly row: string;
  readonly children: ReactNode;
}

export const StripOf = ({ row, children }: StripOfProps) => (
  <div className="encoder-strip">
    <small className="strip-name">{row}</small>
    {children}
  </div>
);
