/** Content images along the top of a grid, one a column; each is a button that enlarges its own reconstruction. */
import { aDigit } from '../../controls/digit-words.ts';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import type { ShownImage } from '../shell/state/images.ts';

interface ContentAxisProps {
  readonly columns: readonly ShownImage[];
  readonly selected: number;
  readonly originalsUrl: string | undefined;
  readonly onSelect: (column: number) => void;
}

export const ContentAxis = ({ columns, selected, originalsUrl, onSelect }: ContentAxisProps) => (
  <div className="content-axis">
    <span className="axis-title">content of</span>
    <div className="cell-row">
      {columns.map(({ image, digit }, column) => (
        <button
          key={column}
          type="button"
          className="content-head"
          aria-pressed={column === selected}
          onClick={() => onSelect(column)}
        >
          <span className="sr-only">{`${aDigit(digit)}, image ${image}`}</span>
          {originalsUrl ? (
            <OriginalImage originalsUrl={originalsUrl} image={image} />
          ) : (
            <span className="content-name" aria-hidden="true">
              <ClassLabel digit={digit} />
              <small>{image}</small>
            </span>
          )}
        </button>
      ))}
    </div>
  </div>
);
