/** A training image itself, where the build had MNIST. */
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { sheetColumns, sheetPosition, sheetRows } from './original-sheets.ts';

interface OriginalImageProps {
  readonly originalsUrl: string;
  readonly image: number;
  readonly label?: string;
}

export function OriginalImage({ originalsUrl, image, ...label }: OriginalImageProps) {
  const { sheet, row, column } = sheetPosition(image);
  return (
    <SpriteCell
      url={`${originalsUrl}${sheet}.png`}
      rows={sheetRows}
      columns={sheetColumns}
      row={row}
      column={column}
      {...label}
    />
  );
}

export const OriginalsMissing = () => (
  <p className="originals-missing">
    The original images are not in this build: <code>npm run data</code> fetches MNIST, then build again.
  </p>
);
