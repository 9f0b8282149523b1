/** A picture file as a reader has it → how bright its pixels are. The browser decodes it beside the page; what is too large is refused before. */
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { pictureSize } from './picture-size.ts';
import { planeOf } from './strokes.ts';

export class PictureError extends Error {}

/** Of a phone's largest photographs. */
export const maxMegabytes = 30;
export const maxMegapixels = 64;
/** What is left of a photograph: more than enough for 28 × 28. */
const longestSide = 320;
/** A JPEG's size may come after its thumbnail. */
const headerBytes = 1 << 18;

/** @throws PictureError whose text says what is wrong with the file and what to do. */
export async function readPicture(file: File): Promise<Plane> {
  const { width, height } = await checkedSize(file);
  const decoded = Math.min(1, longestSide / Math.max(width, height));
  let bitmap: ImageBitmap;
  try {
    // A photograph is never held at its full size. Its height follows, also where it lies on its side.
    bitmap = await createImageBitmap(
      file,
      decoded < 1 ? { resizeWidth: Math.ceil(decoded * width), resizeQuality: 'high' } : {},
    );
  } catch {
    throw new PictureError(
      `${nameOf(file)} is damaged or of a kind that this browser does not open. Save it as PNG or JPEG.`,
    );
  }
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return planeOf(canvas);
}

export async function checkedSize(file: Blob): Promise<{ readonly width: number; readonly height: number }> {
  const name = nameOf(file);
  if (file.size > maxMegabytes * 1e6) {
    throw new PictureError(
      `${name} has ${Math.round(file.size / 1e6)} MB, and at most ${maxMegabytes} are read. Make it smaller first.`,
    );
  }
  const size = pictureSize(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  if (!size) {
    throw new PictureError(
      `${name} is no PNG, JPEG, GIF or WebP. Choose a picture, or save this one as PNG.`,
    );
  }
  const { width, height } = size;
  if (width === 0 || height === 0 || width * height > maxMegapixels * 1e6) {
    throw new PictureError(
      `${name} has ${width} × ${height} pixels, and at most ${maxMegapixels} million are read. Make it smaller first.`,
    );
  }
  return size;
}

/** What is pasted has no name. */
const nameOf = (file: Blob): string => (file instanceof File && file.name ? file.name : 'This picture');
