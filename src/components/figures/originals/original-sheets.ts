/** Where an original image is: sheets of 10 × 20 cells, sheet n holding images 200 n to 200 n + 199, row by row. */
export const sheetRows = 10;
export const sheetColumns = 20;
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
