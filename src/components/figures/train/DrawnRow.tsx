/** A row of ten pictures that a model draws, under the images that it learns. */
import { numShown } from '../../../engine/trainer-protocol.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';

interface DrawnRowProps {
  /** Before the row. */
  readonly name: string;
  /** What the pictures are, for readers who do not see them. */
  readonly label: string;
  /** In [0, 1], once there is a run. */
  readonly ink: Float32Array | undefined;
  readonly preview: string;
}

export const DrawnRow = ({ name, label, ink, preview }: DrawnRowProps) => (
  <div className="picture-row">
    <span className="row-label">{name}</span>
    <DigitGrid rows={1} columns={numShown} cellSize={28} label={label} ink={ink} preview={preview} />
  </div>
);
