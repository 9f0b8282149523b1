import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits, requireWithinLimits } from '../../../../../src/engine/dropped/limits.ts';
import { unzip } from '../../../../../src/engine/dropped/unzip.ts';

const text = strToU8('the same words again and again and again and again');
const message = (zip: Uint8Array): string => {
  try {
    unzip(zip);
    return 'it was unpacked';
  } catch (error) {
    return (error as Error).message;
  }
};
const view = (zip: Uint8Array): DataView => new DataView(zip.buffer, zip.byteOffset);
/** Where the directory's entry of the one file begins. */
const entryOf = (zip: Uint8Array): number => view(zip).getUint32(zip.length - 22 + 16, true);
/** A zip of one file, changed. */
const changed = (change: (bytes: DataView, entry: number) => void, name = 'a.txt'): Uint8Array => {
  const zip = zipSync({ [name]: text });
  change(view(zip), entryOf(zip));
  return zip;
};
const replaced = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const latin = new TextDecoder('latin1').decode(zip).replaceAll(from, to);
  return Uint8Array.from(latin, (letter) => letter.charCodeAt(0));
};

describe('a zip', () => {
  it('gives its files, stored or deflated, without folders and what systems add', () => {
    const zip = zipSync({
      'run/manifest.json': text,
      'run/a.bin': [text, { level: 0 }],
      'run/empty/': new Uint8Array(),
      '__MACOSX/run/._a.bin': text,
      'run/.DS_Store': text,
    });
    expect([...unzip(zip)]).toEqual([
      ['run/manifest.json', text],
      ['run/a.bin', text],
    ]);
  });

  it('is refused when it is none, a part of one, or empty', () => {
    const none = 'This is no zip file, or a part of one. Make it again, or drop the folder itself.';
    expect(message(strToU8('hello'))).toBe(none);
    const zip = zipSync({ 'a.txt': text });
    expect(message(zip.subarray(0, zip.length - 9))).toBe(none);
    expect(message(zipSync({}))).toBe('The zip is empty. Make it again from the folder of a checkpoint.');
  });

  it.each([
    '/etc/passwd',
    '../up.txt',
    'a/../../up.txt',
    'C:/a.txt',
    'a\\b.txt',
    'a//b.txt',
    './a.txt',
    'a\u0000b',
  ])('is refused with the name %j', (name) => {
    expect(message(zipSync({ [name]: text }))).toBe(
      `The name ${JSON.stringify(name)} is refused: it leads out of the folder, or is no plain name. Take the folder as npm run train writes it.`,
    );
  });

  it('is refused with the same name twice, or a name in no known letters', () => {
    const twice = replaced(zipSync({ 'a.txt': text, 'b.txt': text }), 'b.txt', 'a.txt');
    expect(message(twice)).toBe('The zip holds a.txt twice. Make it again.');
    expect(message(replaced(zipSync({ 'a.txt': text }), 'a.txt', '\xff.txt'))).toBe(
      'The zip holds a name that is not UTF-8. Give its files plain names and make it again.',
    );
  });

  it('is refused when it is encrypted, or packed in another way', () => {
    expect(message(changed((bytes, entry) => bytes.setUint16(entry + 8, 1, true)))).toBe(
      'a.txt in the zip is encrypted. Make the zip again without a password.',
    );
    expect(message(changed((bytes, entry) => bytes.setUint16(entry + 10, 14, true)))).toBe(
      'a.txt in the zip is packed by method 14; stored (0) and deflated (8) can be read. Make the zip again by the usual way of your system.',
    );
  });

  it('is refused when a file is larger or smaller than it says', () => {
    const lies = (bytes: number) =>
      `a.txt in the zip is not the ${bytes} bytes that its directory says. Make the zip again.`;
    expect(message(changed((bytes, entry) => bytes.setUint32(entry + 24, 7, true)))).toBe(lies(7));
    expect(message(changed((bytes, entry) => bytes.setUint32(entry + 24, 7000, true)))).toBe(lies(7000));
    // A thousand million zeros in a megabyte, said to be ten bytes: it stops at the first piece.
    const bomb = zipSync({ 'a.txt': new Uint8Array(20_000_000) }, { level: 9 });
    view(bomb).setUint32(entryOf(bomb) + 24, 10, true);
    expect(message(bomb)).toBe(lies(10));
  });

  it('is refused when it says that it holds too much, before anything is unpacked', () => {
    expect(message(changed((bytes, entry) => bytes.setUint32(entry + 24, 0xffff_fff0, true)))).toBe(
      'a.txt has 4295.0 MB, and a file of a checkpoint at most 32.0 MB. Take the folder of one checkpoint alone.',
    );
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, text]));
    expect(message(zipSync(many))).toBe(
      'The zip holds 201 files, and a checkpoint at most 200. Take the folder of one checkpoint alone.',
    );
    const three = [1, 2, 3].map((i) => ({ path: `${i}`, bytes: limits.fileBytes }));
    expect(() => requireWithinLimits(three, 'The zip')).toThrow(
      'The zip holds 96.0 MB, and a checkpoint at most 64.0 MB. Take the folder of one checkpoint alone.',
    );
  });

  it('is refused when its directory points nowhere, or its bytes are spoilt', () => {
    const damaged = 'The zip is damaged: its directory does not fit its files. Make it again.';
    expect(message(changed((bytes, entry) => bytes.setUint32(entry + 42, 5, true)))).toBe(damaged);
    expect(message(changed((bytes, entry) => bytes.setUint32(entry + 20, 0x7fff_ffff, true)))).toBe(damaged);
    expect(message(changed((bytes, entry) => bytes.setUint32(entry, 0, true)))).toBe(damaged);
    expect(message(changed((bytes) => bytes.setUint8(30 + 'a.txt'.length, 0xff)))).toBe(
      'a.txt in the zip is damaged and cannot be unpacked. Make the zip again.',
    );
  });
});
