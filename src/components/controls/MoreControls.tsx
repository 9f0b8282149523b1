/** Controls that the first look does not need, folded: the browser's own way to open and close them. */
import type { ReactNode } from 'react';

interface MoreControlsProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const MoreControls = ({ title, children }: MoreControlsProps) => (
  <details className="more-controls">
    <summary>{title}</summary>
    <div>{children}</div>
  </details>
);
