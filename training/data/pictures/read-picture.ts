/**
 * One picture as runs learn it: turned as its EXIF orientation says, laid on white where it is transparent, cropped to a square about its
 * centre, made smaller with Lanczos' filter, and grey or in sRGB. What cannot be is refused in words.
 */
import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';

export const pictureSizes = ['28', '32', '64'] as const;
export const pictureChannels = ['1', '3'] as const;

export interface PictureFormat {
  /** Of both sides, in pixels. */
  readonly size: number;
  /** 1: grey; 3: red, green and blue. */
  readonly channels: number;
}

/** Amounts of light [size × size × channels], row by row, 0..255; or why there are none, and what to do. */
export type ReadPicture = { readonly pixels: Uint8Array } | { readonly problem: string };

export const readPicture = (path: string, format: PictureFormat): Promise<ReadPicture> =>
  readFile(path).then(
    (bytes) => pictureOf(bytes, format),
    (error: unknown) => ({ problem: `cannot be opened (${reasonOf(error)})` }),
  );

/** The same from the bytes of a file. */
export async function pictureOf(bytes: Uint8Array, { size, channels }: PictureFormat): Promise<ReadPicture> {
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes).metadata();
  } catch {
    return { problem: 'is no PNG or JPEG, whatever its name says; save it as one, or leave it out' };
  }
  const problem = problemOf(metadata, size);
  if (problem !== undefined) return { problem };
  try {
    const { data } = await sharp(bytes)
      .autoOrient()
      .flatten({ background: '#fff' })
      .resize(size, size, { fit: 'cover', position: 'centre', kernel: 'lanczos3' })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { pixels: data };
  } catch {
    // What the library says of it is not the same each time.
    return { problem: 'breaks off or is damaged; get the file again, or leave it out' };
  }
}

function problemOf({ format, depth, space, autoOrient }: Metadata, size: number): string | undefined {
  const { width, height } = autoOrient;
  if (format !== 'png' && format !== 'jpeg') {
    return `is a file of the kind ${format}, whatever its name says; save it as PNG or JPEG`;
  }
  if (depth === 'ushort') return 'has 16 bits a channel; save it with 8';
  if (space === 'cmyk') return 'is in CMYK, the colours of print; save it in RGB';
  if (Math.min(width, height) < size) {
    return `has ${width} × ${height} pixels, and ${size} × ${size} are asked for; leave it out, or give a smaller --size`;
  }
  return undefined;
}

/** The first line of what the system or the decoder says. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0];
