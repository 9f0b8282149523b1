/** The element of a figure: its name for assistive technology, for the page's hash and for tests, and its stop for Tab. */
import type { ReactNode } from 'react';
import type { IslandOf } from './hooks/use-island.ts';

interface IslandProps {
  readonly island: Pick<IslandOf<object>, 'name' | 'attach' | 'enabled'>;
  readonly label: string;
  /** What the figure's pictures are: `loading`, `ready` and so on. */
  readonly state: string;
  readonly children: ReactNode;
}

export const Island = ({ island: { name, attach, enabled }, label, state, children }: IslandProps) => (
  <div
    ref={attach}
    className="island not-content"
    role="group"
    aria-label={label}
    data-figure={name}
    data-state={state}
    // Before it wakes, its controls are off, and Tab would pass it by: so it is a stop itself, which brings it on screen.
    tabIndex={enabled ? -1 : 0}
  >
    {children}
  </div>
);
