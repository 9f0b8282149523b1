/** A table of a page as comma-separated values (RFC 4180): what a spreadsheet opens. Cells that span columns are repeated. */
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export interface Cell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Rows as written, each with its own cells alone; a cell over several rows is repeated in each. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { text, colSpan, rowSpan } of cells) {
      while (grid[y][x] !== undefined) x += 1;
      for (let dy = 0; dy < rowSpan && y + dy < grid.length; dy += 1) {
        for (let dx = 0; dx < colSpan; dx += 1) grid[y + dy][x + dx] = quoted(text);
      }
      x += colSpan;
    }
  });
  return grid.map((row) => `${row.join(',')}\r\n`).join('');
}

export const cellsOf = (table: HTMLTableElement): Cell[][] =>
  Array.from(table.rows, ({ cells }) =>
    Array.from(cells, ({ textContent, colSpan, rowSpan }) => ({
      text: textContent.replace(/\s+/g, ' ').trim(),
      colSpan,
      rowSpan,
    })),
  );
