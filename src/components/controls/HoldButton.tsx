/** Shows something else while it is held down: by mouse, finger or key. A screen reader's click, which has no end, turns it on and off. */
import type { KeyboardEvent, ReactNode } from 'react';

interface HoldButtonProps {
  readonly children: ReactNode;
  readonly held: boolean;
  readonly onChange: (held: boolean) => void;
  readonly disabled?: boolean;
}

const holds = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';

export const HoldButton = ({ children, held, onChange, disabled = false }: HoldButtonProps) => (
  <button
    type="button"
    className="button hold-button"
    data-control="hold"
    aria-pressed={held}
    disabled={disabled}
    onPointerDown={(event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      onChange(true);
    }}
    onPointerUp={() => onChange(false)}
    onPointerCancel={() => onChange(false)}
    onKeyDown={(event) => {
      if (!holds(event)) return;
      event.preventDefault(); // no click, and no page that scrolls
      onChange(true);
    }}
    onKeyUp={(event) => {
      if (!holds(event)) return;
      event.preventDefault();
      onChange(false);
    }}
    onBlur={() => onChange(false)}
    onContextMenu={(event) => event.preventDefault()}
    onClick={(event) => {
      // Neither a pointer nor a key.
      if (event.detail === 0) onChange(!held);
    }}
  >
    {children}
  </button>
);
