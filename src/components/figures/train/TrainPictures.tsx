/** Ten images above what the model draws from their codes, and below that their contents in other classes. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { numShown, type Frame } from '../../../engine/trainer-protocol.ts';
import { DrawnRow } from './DrawnRow.tsx';
import { LearnedRows } from './LearnedRows.tsx';
import type { FirstFrame } from './state.ts';

interface TrainPicturesProps {
  readonly first: FirstFrame;
  /** Above them, where there are two runs. */
  readonly title: string | undefined;
  readonly digits: readonly number[];
  /** Of the rows of transfers. */
  readonly classes: readonly number[];
  /** Of the images that a run learns. */
  readonly originals: Float32Array | undefined;
  readonly frame: Frame | undefined;
  /** Which moment it is, in words. */
  readonly moment: string;
}

const rowLength = numShown * 28 * 28;

export function TrainPictures({
  first,
  title,
  digits,
  classes,
  originals,
  frame,
  moment,
}: TrainPicturesProps) {
  const pictures = frame?.pictures;
  return (
    <div className="train-pictures" role="group" aria-label={title}>
      {title && <p className="train-title">{title}</p>}
      <LearnedRows digits={digits} originals={originals} preview={first.originalsUrl} />
      <DrawnRow
        name="drawn"
        label={`What the generator draws from their codes, ${moment}`}
        ink={pictures?.subarray(0, rowLength)}
        preview={first.reconstructionsUrl}
      />
      <div className="picture-row">
        <ol className="train-classes" aria-label="Classes of the rows">
          {classes.map((digit) => (
            <li key={digit}>
              as <ClassLabel digit={digit} />
            </li>
          ))}
        </ol>
        <DigitGrid
          rows={classes.length}
          columns={numShown}
          cellSize={28}
          label={`The same contents in the classes ${classes.join(', ')}, a row each, ${moment}`}
          ink={pictures?.subarray(rowLength)}
          preview={first.transfersUrl}
        />
      </div>
    </div>
  );
}
