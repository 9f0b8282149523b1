/** What is known of a picture file before it is decoded, and which files are refused. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../../../../src/components/figures/draw/picture-size.ts';
import { checkedSize } from '../../../../../../src/components/figures/draw/read-picture.ts';

const picture = sharp({ create: { width: 37, height: 21, channels: 3, background: 'white' } });
const kinds = ['png', 'jpeg', 'gif', 'webp'] as const;

/** A PNG that says so much, and holds nothing. */
function hugePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
const file = (bytes: Uint8Array<ArrayBuffer> | string, name = 'cat.png') => new File([bytes], name);

describe('the size of a picture', () => {
  it.each(kinds)('is read from the first bytes of a %s', async (kind) => {
    const bytes = await picture.clone().toFormat(kind).toBuffer();
    expect(pictureSize(bytes)).toEqual({ width: 37, height: 21 });
  });

  it('is read from WebP without loss, and with transparency', async () => {
    const lossless = await picture.clone().webp({ lossless: true }).toBuffer();
    expect(pictureSize(lossless)).toEqual({ width: 37, height: 21 });
    const transparent = await picture.clone().ensureAlpha(0.5).webp().toBuffer();
    expect(pictureSize(transparent)).toEqual({ width: 37, height: 21 });
  });

  it.each(kinds)('is not there where a %s breaks off', async (kind) => {
    const bytes = await picture.clone().toFormat(kind).toBuffer();
    for (let length = 0; length < 12; length++)
      expect(pictureSize(bytes.subarray(0, length)) ?? 'none').toBeDefined();
    expect(pictureSize(bytes.subarray(0, 7))).toBeUndefined();
  });

  it('is not there where the bytes are no picture', () => {
    expect(
      pictureSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).toBeUndefined();
  });
});

describe('a picture file', () => {
  it('may be a photograph', async () => {
    expect(await checkedSize(file(hugePng(8000, 6000)))).toEqual({ width: 8000, height: 6000 });
  });

  it.each([
    [
      file(hugePng(20_000, 20_000)),
      'cat.png has 20000 × 20000 pixels, and at most 64 million are read. Make it smaller first.',
    ],
    [
      file(hugePng(0, 10)),
      'cat.png has 0 × 10 pixels, and at most 64 million are read. Make it smaller first.',
    ],
    [
      file('%PDF-1.7', 'digit.pdf'),
      'digit.pdf is no PNG, JPEG, GIF or WebP. Choose a picture, or save this one as PNG.',
    ],
    [
      new File([new Uint8Array(31e6)], 'large.png'),
      'large.png has 31 MB, and at most 30 are read. Make it smaller first.',
    ],
  ])('is refused by name', async (refused, message) => {
    await expect(checkedSize(refused)).rejects.toThrow(message);
  });

  it('that is pasted has no name', async () => {
    await expect(checkedSize(new Blob(['text']))).rejects.toThrow(
      'This picture is no PNG, JPEG, GIF or WebP.',
    );
  });
});
