/** One cell of a grid's picture by itself: from the live ink, and until there is any from the preview. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import type { CellGrid } from '../../controls/ink.ts';
import { SpriteCell } from '../../controls/SpriteCell.tsx';

interface GridCellProps {
  readonly grid: CellGrid;
  readonly cell: number;
  readonly ink: Float32Array | undefined;
  readonly preview: string;
  readonly label: string;
}

export function GridCell({ grid: { rows, columns, cellSize }, cell, ink, preview, label }: GridCellProps) {
  const numPixels = cellSize * cellSize;
  return ink ? (
    <DigitGrid
      rows={1}
      columns={1}
      cellSize={cellSize}
      label={label}
      ink={ink.subarray(cell * numPixels, (cell + 1) * numPixels)}
    />
  ) : (
    <SpriteCell
      url={preview}
      rows={rows}
      columns={columns}
      row={Math.floor(cell / columns)}
      column={cell % columns}
      label={label}
    />
  );
}
