/**
 * What a zip file says it holds: its central directory (PKWARE's APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16), read before anything is
 * unpacked. What is unsafe or not understood is refused by name.
 */
import { Refusal } from './refusal.ts';

export interface ZipEntry {
  readonly path: string;
  /** Unpacked, as the directory claims. */
  readonly bytes: number;
  readonly isDeflated: boolean;
  /** As it lies in the file. */
  readonly packed: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
const maxCommentBytes = 0xffff;

/** Files alone, without folders and what the systems of this world add. @throws Refusal */
export function readZipDirectory(zip: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const numEntries = view.getUint16(end + 10, true);
  const seen = new Set<string>();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < numEntries; i++) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entrySignature) throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packedBytes, bytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameBytes = view.getUint16(at + 28, true);
    const path = readName(zip.subarray(at + entryBytes, at + entryBytes + nameBytes));
    const start = view.getUint32(at + 42, true);
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (path.endsWith('/') || isOfSystem(path)) continue;
    requirePlainPath(path);
    if (seen.has(path)) throw new Refusal(`The zip holds ${path} twice. Make it again.`);
    seen.add(path);
    if (flags & 1)
      throw new Refusal(`${path} in the zip is encrypted. Make the zip again without a password.`);
    if (method !== 0 && method !== 8) {
      throw new Refusal(
        `${path} in the zip is packed by method ${method}; stored (0) and deflated (8) can be read. Make the zip again by the usual way of your system.`,
      );
    }
    entries.push({ path, bytes, isDeflated: method === 8, packed: packedOf(view, start, packedBytes, end) });
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - maxCommentBytes);
  for (let at = view.byteLength - endBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new Refusal('This is no zip file, or a part of one. Make it again, or drop the folder itself.');
}

/** The local header only says where the bytes begin: what it claims beside that is not believed. */
function packedOf(view: DataView, start: number, packedBytes: number, end: number): Uint8Array {
  if (start + localBytes > end || view.getUint32(start, true) !== localSignature) throw damaged();
  const begin = start + localBytes + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (begin + packedBytes > end) throw damaged();
  return new Uint8Array(view.buffer, view.byteOffset + begin, packedBytes);
}

function readName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(
      'The zip holds a name that is not UTF-8. Give its files plain names and make it again.',
    );
  }
}

const isOfSystem = (path: string): boolean =>
  path.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/.test(path);

/** @throws Refusal for a path that leads out of the folder, or means different things on different systems. */
export function requirePlainPath(path: string): void {
  const isPlain = path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\p{Cc}]/u.test(part));
  if (isPlain && path.length <= 200) return;
  throw new Refusal(
    `The name ${JSON.stringify(path.slice(0, 200))} is refused: it leads out of the folder, or is no plain name. Take the folder as npm run train writes it.`,
  );
}

const damaged = (): Refusal =>
  new Refusal('The zip is damaged: its directory does not fit its files. Make it again.');
