/** The numbers of one code as bars from the middle, each dragged to the side by mouse or finger. Beside them a slider does the same by keyboard. */
import type { CSSProperties } from 'react';
import { useDrag } from '../../controls/use-drag.ts';
import { reach } from './state.ts';

interface CodeBarsProps {
  readonly title: string;
  readonly kind: 'class' | 'content';
  readonly values: readonly number[];
  /** The number that the slider holds, counted in this code; −1 where it is of the other. */
  readonly chosen: number;
  readonly onChange: (number: number, value: number) => void;
}

export const CodeBars = ({ title, kind, values, chosen, onChange }: CodeBarsProps) => (
  <div className="code-bars" data-kind={kind}>
    <p className="axis-title">{title}</p>
    <div
      className="bars"
      role="img"
      aria-label={`${title}, ${values.length} numbers: ${values.map(signed).join(', ')}`}
    >
      {values.map((value, number) => (
        <CodeBar
          key={number}
          value={value}
          chosen={number === chosen}
          onChange={(next) => onChange(number, next)}
        />
      ))}
    </div>
  </div>
);

interface CodeBarProps {
  readonly value: number;
  readonly chosen: boolean;
  readonly onChange: (value: number) => void;
}

function CodeBar({ value, chosen, onChange }: CodeBarProps) {
  const drag = useDrag(({ left }) => onChange(valueAt(left)));
  const share = Math.min(Math.abs(value) / reach, 1) / 2;
  const style = { '--from': value < 0 ? 0.5 - share : 0.5, '--length': share } as CSSProperties;
  return <span className="code-bar" data-chosen={chosen} style={style} {...drag} />;
}

const valueAt = (left: number): number =>
  Number(((2 * Math.min(Math.max(left, 0), 1) - 1) * reach).toFixed(2));

export const signed = (value: number): string => value.toFixed(2).replace('-', '−');
