/** One picture cut from a sheet of pictures by style alone, so that it is there before any script. */
import type { CSSProperties } from 'react';

interface SpriteCellProps {
  /** Or a custom property that holds it, `var(--…)`, where many cells share a sheet that has no address. */
  readonly url: string;
  /** Cells of the whole sheet. */
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
  /** Without a label the picture is an ornament. */
  readonly label?: string;
}

export function SpriteCell({ url, rows, columns, row, column, label }: SpriteCellProps) {
  const style: CSSProperties = {
    backgroundImage: url.startsWith('var(') ? url : `url("${url}")`,
    backgroundSize: `${columns * 100}% ${rows * 100}%`,
    backgroundPosition: `${percent(column, columns)} ${percent(row, rows)}`,
  };
  const semantics = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <span className="sprite-cell ink" style={style} {...semantics} />;
}

/** CSS counts background positions from the first cell (0 %) to the last (100 %). */
const percent = (index: number, count: number): string =>
  count === 1 ? '0' : `${(100 * index) / (count - 1)}%`;
