/** The ten given pictures as ink, read back from the sheet that the page shows them by. */
import { sheetColumns } from '../originals/original-sheets.ts';
import { numPixels } from './image-text.ts';
import type { DrawFacts } from './state.ts';

const side = 28;

/** [10, 784], in class order. Rejects where the sheet does not come. */
export async function loadGiven({ url }: DrawFacts['given']): Promise<Float32Array> {
  const sheet = new Image();
  sheet.src = url;
  await sheet.decode();
  const canvas = document.createElement('canvas');
  canvas.width = sheetColumns * side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas.');
  context.drawImage(sheet, 0, 0);
  return Float32Array.from({ length: sheetColumns * numPixels }, (_, i) => i).map(
    inkOfSheet(context.getImageData(0, 0, canvas.width, side).data),
  );
}

/** The ink of pixel `i` of all pictures: how opaque it is in a sheet of one row. */
const inkOfSheet =
  (rgba: ArrayLike<number>) =>
  (i: number): number => {
    const [cell, pixel] = [Math.floor(i / numPixels), i % numPixels];
    const [x, y] = [cell * side + (pixel % side), Math.floor(pixel / side)];
    return rgba[4 * (y * sheetColumns * side + x) + 3] / 255;
  };
