/** Picture files of every kind that a folder may hold, made here, so that no picture is in the repository. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { drawFace, moods } from '../../training/data/faces.ts';

export const red = [255, 0, 0] as const;
export const green = [0, 255, 0] as const;
export const blue = [0, 0, 255] as const;

/** Files by path below a folder, written. */
export function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Stripes of equal width side by side, one a colour. */
export function stripes(colours: readonly (readonly number[])[], width: number, height: number): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const x = Math.floor(i / 3) % width;
    return colours[Math.floor((x * colours.length) / width)][i % 3];
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export const plain = (colour: readonly number[], width = 40, height = width): Sharp =>
  stripes([colour], width, height);

/** A PNG that another picture is added to, of which only moving programs show more than the first. */
export function animated(png: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(20);
  chunk.writeUInt32BE(8, 0); // length of what follows the name
  chunk.write('acTL', 4, 'latin1');
  chunk.writeUInt32BE(2, 8); // pictures
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 16)), 16);
  const afterHeader = 33;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
}

/** Faces in a subfolder a mood, by turns. */
export async function writeFaces(folder: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const mood = moods[i % moods.length];
    const png = await sharp(Buffer.from(drawFace(i, mood)))
      .png()
      .toBuffer();
    writeFiles(folder, { [`${mood}/${i}.png`]: png });
  }
}
