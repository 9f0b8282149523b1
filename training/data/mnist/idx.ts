/**
 * From the bytes of one file, gzip or raw, to its checked values. The idx format: two zero bytes, the type (8: unsigned
 * bytes), the number of dimensions; each dimension as a big-endian 32-bit number; the values. Errors here say what is
 * wrong with the bytes; whoever knows where they came from adds what to do.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import { MnistError } from './errors.ts';
import type { IdxFile } from './files.ts';

/** The values behind the header, as a view of the uncompressed bytes. @throws MnistError */
export async function decodeIdx(bytes: Uint8Array, file: IdxFile): Promise<Uint8Array> {
  const raw = isGzip(bytes) ? await unpack(bytes, idxByteLength(file)) : bytes;
  const values = parseIdx(raw, file);
  checkHash(raw, file);
  return values;
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const headerLength = (file: IdxFile): number => 4 + 4 * file.dims.length;

export const idxByteLength = (file: IdxFile): number =>
  file.dims.reduce((length, [, size]) => length * size, 1) + headerLength(file);

/** Every field of the header, and the length. @throws MnistError `truncated`, `wrong-magic`, `wrong-header` or `too-long` */
export function parseIdx(raw: Uint8Array, file: IdxFile): Uint8Array {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const expectedLength = idxByteLength(file);
  const truncated = () =>
    new MnistError('truncated', `it ends after ${raw.length} of ${expectedLength} bytes (uncompressed).`);

  if (raw.length < 4) throw truncated();
  const magic = view.getUint32(0);
  const expectedMagic = 0x0800 + file.dims.length;
  if (magic !== expectedMagic) {
    throw new MnistError(
      'wrong-magic',
      `it starts with ${hex(magic)}, where idx ${file.dims[0][0]} start with ${hex(expectedMagic)}.`,
    );
  }
  if (raw.length < headerLength(file)) throw truncated();
  for (const [i, [name, size]] of file.dims.entries()) {
    const found = view.getUint32(4 + 4 * i);
    if (found !== size) {
      throw new MnistError('wrong-header', `its header says ${found} ${name}, expected ${size}.`);
    }
  }
  if (raw.length < expectedLength) throw truncated();
  if (raw.length > expectedLength) throw tooLong(expectedLength);
  // Not `raw.subarray`: of a Buffer that is a Buffer, whose `slice` does not copy.
  return new Uint8Array(raw.buffer, raw.byteOffset + headerLength(file), raw.length - headerLength(file));
}

/** What is there of a gzip that ends early is unpacked: the length then says how much is missing. */
async function unpack(bytes: Uint8Array, expectedLength: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: expectedLength,
    });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLong(expectedLength);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MnistError('damaged-gzip', `its gzip stream is damaged (${reason}).`, { cause });
  }
}

function checkHash(raw: Uint8Array, file: IdxFile): void {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  if (sha256 !== file.sha256) {
    throw new MnistError(
      'wrong-hash',
      `its shape is right and its content is not MNIST's: SHA-256 ${sha256}, expected ${file.sha256}.`,
    );
  }
}

const tooLong = (expectedLength: number) =>
  new MnistError('too-long', `it goes on after its ${expectedLength} bytes (uncompressed).`);

const hex = (word: number): string => `0x${word.toString(16).padStart(8, '0')}`;
