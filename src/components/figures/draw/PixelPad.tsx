/** The 28 × 28 pixels of the picture, one by one: arrow keys go, Space sets or clears; a mouse or finger presses. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { inPercent } from '../../layout/bound-text.ts';

const side = 28;

interface PixelPadProps {
  readonly ink: Float32Array;
  readonly onChange: (ink: Float32Array<ArrayBuffer>) => void;
}

export const PixelPad = ({ ink, onChange }: PixelPadProps) => (
  <div className="draw-pixels">
    <DigitGrid
      rows={side}
      columns={side}
      cellSize={1}
      label="The pixels of the picture; Space sets or clears one"
      ink={ink}
      cellText={(cell) =>
        `row ${Math.floor(cell / side) + 1}, column ${(cell % side) + 1}: ink ${inPercent((100 * ink[cell]).toFixed(0))}`
      }
      onSelect={(cell) => {
        const changed = ink.slice();
        changed[cell] = ink[cell] > 0.5 ? 0 : 1;
        onChange(changed);
      }}
    />
  </div>
);
