/** The head of a table of pictures: ten images that a run learns, under their classes. */
import { numShown } from '../../../engine/trainer-protocol.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { OriginalsMissing } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';

interface LearnedRowsProps {
  readonly digits: readonly number[];
  /** Their ink, once there is a run. */
  readonly originals: Float32Array | undefined;
  /** A picture of them before that, where the build has one. */
  readonly preview: string | undefined;
}

export const LearnedRows = ({ digits, originals, preview }: LearnedRowsProps) => (
  <>
    <div className="picture-row">
      <span className="row-label">class</span>
      <ol className="cell-row train-heads">
        {digits.map((digit, i) => (
          <li key={i}>
            <ClassLabel digit={digit} />
          </li>
        ))}
      </ol>
    </div>
    <div className="picture-row">
      <span className="row-label">image</span>
      {originals || preview ? (
        <DigitGrid
          rows={1}
          columns={numShown}
          cellSize={28}
          label={`Images that are learned: ${digits.join(', ')}`}
          ink={originals}
          preview={preview}
        />
      ) : (
        <OriginalsMissing />
      )}
    </div>
  </>
);
