import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeIdx, parseIdx } from '../../../../../training/data/mnist/idx.ts';
import { tinyBytes, tinyFile, tinyValues } from '../../../../support/tiny-idx.ts';

/** The tiny file with one byte other than it was. */
function withByte(index: number, value: number): Buffer {
  const bytes = Buffer.from(tinyBytes);
  bytes[index] = value;
  return bytes;
}

function damaged(): Buffer {
  const bytes = gzipSync(tinyBytes);
  bytes[10] = 0xff;
  return bytes;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an idx file', () => {
  it('gives the values behind its header', () => {
    expect(parseIdx(tinyBytes, tinyFile)).toEqual(tinyValues);
  });

  it('may start anywhere in its buffer', () => {
    const inside = Buffer.concat([Buffer.alloc(5), tinyBytes]).subarray(5);
    expect(parseIdx(inside, tinyFile)).toEqual(tinyValues);
  });

  it.each([
    ['raw', tinyBytes],
    ['gzip', gzipSync(tinyBytes)],
    ['gzip padded with zeros', Buffer.concat([gzipSync(tinyBytes), Buffer.alloc(512)])],
    ['gzip that lacks only its own checksum', gzipSync(tinyBytes).subarray(0, -8)],
  ])('is accepted as %s', async (_, bytes) => {
    expect(await decodeIdx(bytes, tinyFile)).toEqual(tinyValues);
  });
});

describe('an idx file is refused', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'truncated', 'it ends after 0 of 28 bytes (uncompressed).'],
    [
      'cut within the magic number',
      tinyBytes.subarray(0, 3),
      'truncated',
      'it ends after 3 of 28 bytes (uncompressed).',
    ],
    [
      'cut within the header',
      tinyBytes.subarray(0, 15),
      'truncated',
      'it ends after 15 of 28 bytes (uncompressed).',
    ],
    [
      'cut within the values',
      tinyBytes.subarray(0, 27),
      'truncated',
      'it ends after 27 of 28 bytes (uncompressed).',
    ],
    [
      'longer than its header says',
      Buffer.concat([tinyBytes, Buffer.alloc(1)]),
      'too-long',
      'it goes on after its 28 bytes (uncompressed).',
    ],
    [
      'of labels where images were expected',
      withByte(3, 1),
      'wrong-magic',
      'it starts with 0x00000801, where idx images start with 0x00000803.',
    ],
    [
      'of floats',
      withByte(2, 0x0d),
      'wrong-magic',
      'it starts with 0x00000d03, where idx images start with 0x00000803.',
    ],
    [
      'a web page',
      Buffer.from('<!doctype html>'),
      'wrong-magic',
      'it starts with 0x3c21646f, where idx images start with 0x00000803.',
    ],
    ['with another count', withByte(7, 9), 'wrong-header', 'its header says 9 images, expected 2.'],
    ['with another height', withByte(11, 9), 'wrong-header', 'its header says 9 rows, expected 2.'],
    ['with another width', withByte(15, 9), 'wrong-header', 'its header says 9 columns, expected 3.'],
  ])('when %s', async (_, bytes, code, message) => {
    await expect(decodeIdx(bytes, tinyFile)).rejects.toMatchObject({ name: 'MnistError', code, message });
  });

  it('when it differs in one pixel', async () => {
    const changed = withByte(20, 9);
    await expect(decodeIdx(changed, tinyFile)).rejects.toMatchObject({
      code: 'wrong-hash',
      message:
        "its shape is right and its content is not MNIST's: " +
        `SHA-256 ${sha256(changed)}, expected ${tinyFile.sha256}.`,
    });
  });

  it('when its gzip ends early, saying how much is there', async () => {
    const large = { ...tinyFile, dims: [['labels', 100_000]] } as const;
    const raw = Buffer.concat([Buffer.from([0, 0, 8, 1, 0, 1, 0x86, 0xa0]), Buffer.alloc(100_000, 7)]);
    const half = gzipSync(raw).subarray(0, 100);
    await expect(decodeIdx(half, large)).rejects.toMatchObject({
      code: 'truncated',
      message: expect.stringMatching(/^it ends after \d+ of 100008 bytes \(uncompressed\)\.$/) as string,
    });
  });

  it('when its gzip unpacks to more than the file can have', async () => {
    await expect(decodeIdx(gzipSync(Buffer.alloc(1_000_000)), tinyFile)).rejects.toMatchObject({
      code: 'too-long',
      message: 'it goes on after its 28 bytes (uncompressed).',
    });
  });

  it.each([
    ['is damaged', damaged(), 'invalid block type'],
    [
      'is followed by something else',
      Buffer.concat([gzipSync(tinyBytes), Buffer.from('garbage')]),
      'incorrect header check',
    ],
  ])('when its gzip %s', async (_, bytes, reason) => {
    await expect(decodeIdx(bytes, tinyFile)).rejects.toMatchObject({
      code: 'damaged-gzip',
      message: `its gzip stream is damaged (${reason}).`,
    });
  });
});
