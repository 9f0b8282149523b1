/**
 * Transfers of many runs as one small picture, a run a row, for those that no page shows: black ink in four amounts, two bits a pixel,
 * a quarter of the size of the previews. What was rounded once stays as it is, so rows go from sheet to sheet without loss.
 */
import { decode, encode } from 'fast-png';

const numAmounts = 4;
const bits = 2;
const perByte = 8 / bits;
/** The first pixel of a byte is in its highest bits. */
const shiftOf = (x: number): number => 8 - bits - bits * (x % perByte);
const palette = Array.from({ length: numAmounts }, (_, i) => [
  0,
  0,
  0,
  Math.round((255 * i) / (numAmounts - 1)),
]);

/** A run's picture as amounts of ink, one byte a pixel, [size × size]. `png`: as intensity-grid.ts writes it. */
export function toTile(png: Uint8Array): Uint8Array {
  const { data, palette: alphas } = decode(png);
  if (!alphas) throw new Error('A picture of the trainer has a palette, and this one has none.');
  return Uint8Array.from(data, (entry) => Math.round(((alphas[entry][3] ?? 255) / 255) * (numAmounts - 1)));
}

/** Square tiles of one size, one below the other. */
export function encodeSheet(tiles: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const width = Math.sqrt(tiles[0].length);
  const height = width * tiles.length;
  const bytesPerRow = Math.ceil(width / perByte);
  const data = new Uint8Array(bytesPerRow * height);
  tiles.forEach((tile, i) => {
    tile.forEach((amount, pixel) => {
      const [y, x] = [i * width + Math.floor(pixel / width), pixel % width];
      data[y * bytesPerRow + Math.floor(x / perByte)] |= amount << shiftOf(x);
    });
  });
  return Uint8Array.from(
    encode({ width, height, data, channels: 1, depth: bits, palette }, { zlib: { level: 9 } }),
  );
}

/** The tiles of a sheet; none of a file that is no sheet. */
export function decodeSheet(png: Uint8Array): Uint8Array[] {
  let image;
  try {
    image = decode(png);
  } catch {
    return [];
  }
  const { width, height, data } = image;
  const bytesPerRow = Math.ceil(width / perByte);
  return Array.from({ length: Math.floor(height / width) }, (_, i) =>
    Uint8Array.from({ length: width * width }, (__, pixel) => {
      const [y, x] = [i * width + Math.floor(pixel / width), pixel % width];
      return (data[y * bytesPerRow + Math.floor(x / perByte)] >> shiftOf(x)) & (numAmounts - 1);
    }),
  );
}
