/**
 * The browser's own slider for keyboards and screen readers, moved by mouse or finger as every drag here is: a swipe that scrolls the page
 * leaves it alone, which the browser's does not.
 */
import { useRef, type ComponentProps } from 'react';
import { valueAtPlace } from './range-value.ts';
import { useDrag } from './use-drag.ts';

interface RangeProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

export function Range({ onChange, ...input }: RangeProps) {
  const element = useRef<HTMLInputElement>(null);
  const drag = useDrag(({ left, width }) => {
    if (input.disabled) return;
    element.current?.focus({ preventScroll: true });
    onChange(valueAtPlace(left, width, input));
  });
  return (
    <span className="range" {...drag}>
      <input
        ref={element}
        type="range"
        autoComplete="off"
        {...input}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </span>
  );
}
