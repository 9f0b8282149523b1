/** Which characters a woff2 file has glyphs for, read from its `cmap`. */
import { brotliDecompressSync } from 'node:zlib';

export function charactersOfFont(woff2: Uint8Array): Set<number> {
  const cmap = cmapOf(Buffer.from(woff2));
  const found = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const platform = cmap.readUInt16BE(4 + 8 * i);
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = table.readUInt16BE(0);
    if (platform !== 0 && platform !== 3) continue; // others are no Unicode
    if (format === 4) readSegments(table, found);
    else if (format === 12) readGroups(table, found);
  }
  return found;
}

/** The table as in an uncompressed font: woff2 transforms others, and compresses all as one stream. */
function cmapOf(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('Expected a woff2 font.');
  let at = 48;
  const readBase128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = file[at++];
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let start = 0;
  let place: readonly [from: number, to: number] | undefined;
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++];
    const tag = flags & 63; // an index into the tags that woff2 knows; 63 is none of them
    if (tag === 63) at += 4;
    let length = readBase128();
    const transform = flags >> 6;
    const isGlyphs = tag === 10 || tag === 11;
    if (isGlyphs ? transform !== 3 : transform !== 0) length = readBase128();
    if (tag === 0) place = [start, start + length];
    start += length;
  }
  if (!place) throw new Error('The font has no cmap.');
  return brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(...place);
}

function readSegments(table: Buffer, found: Set<number>): void {
  const numSegments = table.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16, 16, 16].map((base, i) => base + 2 * i * numSegments);
  for (let i = 0; i < numSegments; i++) {
    const end = table.readUInt16BE(ends + 2 * i);
    const offset = table.readUInt16BE(offsets + 2 * i);
    const first = table.readUInt16BE(starts + 2 * i);
    for (let code = first; code <= end && code < 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + table.readUInt16BE(deltas + 2 * i)) & 0xffff
          : table.readUInt16BE(offsets + 2 * i + offset + 2 * (code - first));
      if (glyph !== 0) found.add(code);
    }
  }
}

function readGroups(table: Buffer, found: Set<number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const first = table.readUInt32BE(16 + 12 * i);
    const end = table.readUInt32BE(20 + 12 * i);
    for (let code = first; code <= end; code++) found.add(code);
  }
}
