/** Shows something else while it is pressed; the keyboard presses and releases it with one key stroke each. */
import type { ReactNode } from 'react';

interface HoldButtonProps {
  readonly children: ReactNode;
  readonly held: boolean;
  readonly onChange: (held: boolean) => void;
  readonly disabled?: boolean;
}

export const HoldButton = ({ children, held, onChange, disabled = false }: HoldButtonProps) => (
  <button
    type="button"
    className="button hold-button"
    aria-pressed={held}
    disabled={disabled}
    onPointerDown={(event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      onChange(true);
    }}
    onPointerUp={() => onChange(false)}
    onPointerCancel={() => onChange(false)}
    onContextMenu={(event) => event.preventDefault()}
    onClick={(event) => {
      // A click without a pointer is a key or a screen reader.
      if (event.detail === 0) onChange(!held);
    }}
  >
    {children}
  </button>
);
