/** A point on a picture, moved by mouse or finger. Whoever shows it also shows two sliders, which do the same by keyboard. */
import { useDrag } from './use-drag.ts';

interface ScrubPadProps {
  /** From the left and top edge, 0 to 1. */
  readonly left: number;
  readonly top: number;
  readonly onChange: (left: number, top: number) => void;
}

export const ScrubPad = ({ left, top, onChange }: ScrubPadProps) => (
  <div className="scrub-pad" aria-hidden="true" {...useDrag((place) => onChange(place.left, place.top))}>
    <span className="scrub-point" style={{ left: `${left * 100}%`, top: `${top * 100}%` }} />
  </div>
);
