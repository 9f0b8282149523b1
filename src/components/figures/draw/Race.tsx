/** Ten candidates, one a class: what each draws, and its loss as a bar. The shortest bar wins. */
import type { CSSProperties } from 'react';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { bestClass } from './searcher.ts';
import { lossText } from './verdict.ts';

interface RaceProps {
  /** [10]. */
  readonly losses: ArrayLike<number>;
  /** A whole bar. */
  readonly longest: number;
  /** [10, 784]; undefined while the first frame is on screen. */
  readonly ink: Float32Array | undefined;
  /** Of two rows; the first is this one's. */
  readonly preview: string;
}

const previewGrid = { rows: 2, columns: 10, cellSize: 28 };

export function Race({ losses, longest, ink, preview }: RaceProps) {
  const best = bestClass(losses);
  return (
    <ol className="draw-race" aria-label="What each class comes to, and its loss; the least is best">
      {Array.from(losses, (loss, digit) => (
        <li
          key={digit}
          data-best={digit === best}
          style={{ '--share': Math.min(loss / longest, 1) } as CSSProperties}
        >
          <ClassLabel digit={digit} />
          <GridCell
            grid={previewGrid}
            cell={digit}
            ink={ink}
            preview={preview}
            label={`The class ${digit} draws it with a loss of ${lossText(loss)}`}
          />
          <span className="draw-bar" aria-hidden="true" />
          <span className="draw-loss">{lossText(loss)}</span>
          <strong>{digit === best ? 'best' : ''}</strong>
        </li>
      ))}
    </ol>
  );
}
