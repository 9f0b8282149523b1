/** What was found, given to the reader as a file. Loads when it is asked for. */
import { inkToPixels } from '../../controls/ink.ts';
import { saveFile } from '../shell/save-file.ts';
import { codesJson, stripSvg } from './digit-files.ts';
import type { Found } from './searcher.ts';

const side = 28;
const numClasses = 10;

export async function saveFound(found: Found, kind: 'JSON' | 'SVG' | 'PNG'): Promise<void> {
  const ink = found.everyDigit;
  if (!ink) return;
  if (kind === 'JSON')
    saveFile('found-codes.json', new Blob([codesJson(found)], { type: 'application/json' }));
  else if (kind === 'SVG')
    saveFile(
      'every-digit.svg',
      new Blob([stripSvg(ink, 'One hand, every digit')], { type: 'image/svg+xml' }),
    );
  else saveFile('every-digit.png', await stripPng(ink));
}

/** Four pixels to each of the 28, on white. */
function stripPng(ink: Float32Array): Promise<Blob> {
  const [width, height, scale] = [numClasses * side, side, 4];
  const small = new OffscreenCanvas(width, height);
  const pixels = inkToPixels(ink, { rows: 1, columns: numClasses, cellSize: side });
  small.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  const canvas = new OffscreenCanvas(scale * width, scale * height);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = false;
    context.drawImage(small, 0, 0, canvas.width, canvas.height);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
