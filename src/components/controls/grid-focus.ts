/** Moving through the cells of a grid by keyboard, as in the ARIA grid pattern. */

/** The cell to go to, or undefined where the key is none of the grid's. Stops at the edges. */
export function cellAfterKey(
  cell: number,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns }: { rows: number; columns: number },
): number | undefined {
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  const at = (r: number, c: number): number =>
    Math.min(Math.max(r, 0), rows - 1) * columns + Math.min(Math.max(c, 0), columns - 1);
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return ctrlKey ? 0 : at(row, 0);
    case 'End':
      return ctrlKey ? rows * columns - 1 : at(row, columns - 1);
    default:
      return undefined;
  }
}
