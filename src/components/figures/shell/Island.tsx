/**
 * The element of a figure: its name for assistive technology, for the page's hash and for tests, its stop for Tab, and the line
 * below it with a link to what it shows; before its controls work, what they wait for.
 */
import type { ReactNode } from 'react';
import { CopyLink } from '../../controls/CopyLink.tsx';
import type { IslandOf } from './hooks/use-island.ts';

/** For whoever comes upon controls that are off before the figure is in view. What happens then: waiting.ts. */
const notYet = 'The controls work when the figure has loaded.';

interface IslandProps {
  readonly island: Pick<IslandOf<object>, 'name' | 'attach' | 'enabled' | 'link'>;
  readonly label: string;
  /** Of the checkpoint that it begins with, for start-engine.ts. */
  readonly checkpoint?: string;
  /** All that it shows now, where that is not its checkpoint alone: ids or checkpoint keys, for whoever takes the figure along. */
  readonly runs?: readonly string[];
  /** What the figure's pictures are: `loading`, `ready` and so on. */
  readonly state: string;
  /** Below the figure, beside the link. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

export function Island({
  island: { name, attach, enabled, link },
  label,
  checkpoint,
  runs,
  state,
  foot,
  children,
}: IslandProps) {
  const waitId = `${name}-wait`;
  return (
    <div
      ref={attach}
      className="island not-content"
      role="group"
      aria-label={label}
      aria-describedby={enabled ? undefined : waitId}
      data-figure={name}
      data-state={state}
      data-checkpoint={checkpoint}
      data-runs={runs?.join(' ')}
      // Before it wakes, its controls are off, and Tab would pass it by: so it is a stop itself, which brings it on screen.
      tabIndex={enabled ? -1 : 0}
    >
      {!enabled && (
        <p
          id={waitId}
          className="island-wait"
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: notYet }}
        />
      )}
      {children}
      <div className="island-foot">
        {foot}
        <CopyLink link={link} disabled={!enabled} />
      </div>
    </div>
  );
}
