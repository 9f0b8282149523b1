/** Class codes down the side of a grid, one a row. */
import { ClassLabel } from './ClassLabel.tsx';

interface ClassAxisProps {
  /** The class of each row; undefined for a row without a name. */
  readonly rows: readonly (number | undefined)[];
  readonly title?: string;
}

export const ClassAxis = ({ rows, title = 'class' }: ClassAxisProps) => (
  <div className="class-axis">
    <span className="axis-title">{title}</span>
    <ol className="class-digits">
      {rows.map((digit, row) => (
        <li key={row}>{digit !== undefined && <ClassLabel digit={digit} />}</li>
      ))}
    </ol>
  </div>
);
