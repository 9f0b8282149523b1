/**
 * Where an original image is: sheets of 2 × 10 cells, sheet n holding images 20 n to 20 n + 19, row by row. Small, so that a figure's first
 * images come soon: the first of each class are all on the first sheet.
 */
export const sheetRows = 2;
export const sheetColumns = 10;
export const imagesPerSheet = sheetRows * sheetColumns;

interface SheetPosition {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export const sheetPosition = (image: number): SheetPosition => ({
  sheet: Math.floor(image / imagesPerSheet),
  row: Math.floor((image % imagesPerSheet) / sheetColumns),
  column: image % sheetColumns,
});
