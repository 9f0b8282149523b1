/** The files of a zip, unpacked no further than its directory and the limits allow, so that a few bytes cannot become gigabytes. */
import { Inflate } from 'fflate';
import { requireWithinLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** By path. @throws Refusal */
export function unzip(zip: Uint8Array): Map<string, Uint8Array> {
  const entries = readZipDirectory(zip);
  if (entries.length === 0)
    throw new Refusal('The zip is empty. Make it again from the folder of a checkpoint.');
  requireWithinLimits(entries, 'The zip');
  return new Map(entries.map((entry) => [entry.path, unpack(entry)]));
}

/** Fed in pieces: what one piece becomes is looked at before the next. */
const pieceBytes = 4096;

function unpack({ path, bytes, isDeflated, packed }: ZipEntry): Uint8Array {
  const unpacked = new Uint8Array(bytes);
  let length = 0;
  const append = (part: Uint8Array): void => {
    if (length + part.length > bytes) throw lies(path, bytes);
    unpacked.set(part, length);
    length += part.length;
  };
  if (isDeflated) inflate(packed, append, path);
  else append(packed);
  if (length !== bytes) throw lies(path, bytes);
  return unpacked;
}

function inflate(packed: Uint8Array, append: (part: Uint8Array) => void, path: string): void {
  const stream = new Inflate(append);
  try {
    for (let at = 0; at < packed.length; at += pieceBytes)
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} in the zip is damaged and cannot be unpacked. Make the zip again.`);
  }
}

const lies = (path: string, bytes: number): Refusal =>
  new Refusal(`${path} in the zip is not the ${bytes} bytes that its directory says. Make the zip again.`);
