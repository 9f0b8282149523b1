import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPictures } from '../../../../training/data/pictures.ts';
import { animated, blue, green, plain, red, stripes, writeFiles } from '../../../support/picture-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const colour = { size: 28, channels: 3 } as const;
const grey = { size: 28, channels: 1 } as const;
const length = 28 * 28;

/** The colour at (x, y) of picture `index`. */
const pixelOf = (images: Uint8Array, index: number, x: number, y: number) => [
  ...images.subarray((index * length + y * 28 + x) * 3, (index * length + y * 28 + x) * 3 + 3),
];
/** Equal but for what JPEG loses. */
const expectColour = (pixel: readonly number[], expected: readonly number[]) =>
  pixel.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(4));

/** The one picture of the folder. */
async function only(format: typeof colour | typeof grey) {
  const { images, set } = await readPictures(folder, format);
  expect(set.numPictures).toBe(1);
  return images;
}

/** What is wrong with the folder. */
const problemsOf = (format = colour): Promise<string> =>
  readPictures(folder, format).then(
    () => 'nothing',
    (error: unknown) => String(error).replaceAll(folder, 'faces'),
  );

describe('a folder of pictures', () => {
  it('is learned as squares about the centre, PNG and JPEG alike', async () => {
    const wide = stripes([red, green, blue], 120, 40);
    writeFiles(folder, { 'a.png': await wide.png().toBuffer() });
    const images = await only(colour);
    for (const [x, y] of [
      [3, 0],
      [24, 27],
      [14, 14],
    ]) {
      expectColour(pixelOf(images, 0, x, y), green);
    }
    const tall = stripes([red, green, blue], 120, 40).rotate(90);
    writeFiles(folder, { 'a.png': await tall.jpeg({ quality: 100 }).toBuffer() });
    expectColour(pixelOf(await only(colour), 0, 14, 14), green);
  });

  it('is made smaller as a whole, so that what was small stays', async () => {
    writeFiles(folder, { 'a.png': await stripes([red, blue], 56, 56).png().toBuffer() });
    const images = await only(colour);
    expectColour(pixelOf(images, 0, 3, 5), red);
    expectColour(pixelOf(images, 0, 24, 5), blue);
  });

  it('is turned as its EXIF orientation says', async () => {
    // A camera that was held upright: red is at the top when the picture is turned by 90° to the right.
    const stored = stripes([red, blue], 40, 40).withMetadata({ orientation: 6 });
    writeFiles(folder, { 'a.jpg': await stored.jpeg({ quality: 100 }).toBuffer() });
    const images = await only(colour);
    expectColour(pixelOf(images, 0, 14, 3), red);
    expectColour(pixelOf(images, 0, 14, 24), blue);
  });

  it('is laid on white where it is transparent', async () => {
    const data = Uint8Array.from({ length: 40 * 40 * 4 }, (_, i) => [0, 0, 255, 0][i % 4]);
    const clear = sharp(data, { raw: { width: 40, height: 40, channels: 4 } });
    writeFiles(folder, { 'a.png': await clear.png().toBuffer() });
    expect(new Set(await only(colour))).toEqual(new Set([255]));
  });

  it('is grey or in colour as asked, whatever the files are', async () => {
    writeFiles(folder, { 'a.png': await plain(green).png().toBuffer() });
    const [value] = new Set(await only(grey));
    expect(value).toBeGreaterThan(150);
    expect(value).toBeLessThan(230);
    const light = plain([90, 90, 90]).toColourspace('b-w');
    writeFiles(folder, { 'a.png': await light.png().toBuffer() });
    expect(new Set(await only(colour))).toEqual(new Set([90]));
    writeFiles(folder, { 'a.png': await plain(red).png({ palette: true }).toBuffer() });
    expectColour(pixelOf(await only(colour), 0, 3, 3), red);
  });

  it('gives the still picture of an animated PNG', async () => {
    writeFiles(folder, { 'a.png': animated(await plain(red).png().toBuffer()) });
    expectColour(pixelOf(await only(colour), 0, 3, 3), red);
  });

  it('has a class for each subfolder, in the order of their names', async () => {
    const red40 = await plain(red).png().toBuffer();
    const blue40 = await plain(blue).png().toBuffer();
    writeFiles(folder, {
      'zebras/1.PNG': red40,
      'Ölü/1.png': red40,
      'cats/1.png': blue40,
      'cats/2.png': blue40,
    });
    const { images, labels, set } = await readPictures(folder, colour);
    expect(set).toMatchObject({
      imageHeight: 28,
      imageWidth: 28,
      imageChannels: 3,
      numPictures: 4,
      classNames: ['cats', 'zebras', 'Ölü'],
    });
    expect([...labels.subarray(0, 3)]).toEqual([0, 1, 2]); // one of each first
    labels.forEach((label, i) => expectColour(pixelOf(images, i, 9, 9), label === 0 ? blue : red));
  });

  it('leaves out hidden files without a word, and names others that are no pictures', async () => {
    const png = await plain(red).png().toBuffer();
    writeFiles(folder, {
      'a.png': png,
      '.DS_Store': 'x',
      '.thumbs/b.png': png,
      'notes.txt': 'x',
      'old.webp': 'x',
    });
    const { set, leftOut } = await readPictures(folder, colour);
    expect(set.numPictures).toBe(1);
    expect(leftOut).toEqual(['notes.txt', 'old.webp']);
  });

  it('says how far it has been read', async () => {
    const png = await plain(red).png().toBuffer();
    writeFiles(folder, Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.png`, png])));
    const steps: string[] = [];
    await readPictures(folder, { ...colour, onProgress: (read, all) => steps.push(`${read} of ${all}`) });
    expect(steps).toEqual(['8 of 10', '10 of 10']);
  });
});

describe('the images of a folder', () => {
  const shades = Array.from({ length: 40 }, (_, i) => i);
  const write = async (order: readonly number[], into: string) => {
    for (const shade of order) {
      writeFiles(into, {
        [`${shade % 2}/${shade}.png`]: await plain([shade, 5 * shade, 9])
          .png()
          .toBuffer(),
      });
    }
  };

  it('are the same ones in the same order however the folder was filled', async () => {
    const other = join(folder, 'other');
    await write(shades, join(folder, 'one'));
    await write(shades.toReversed(), other);
    const [one, two] = [await readPictures(join(folder, 'one'), colour), await readPictures(other, colour)];
    expect(two.set.sha256).toBe(one.set.sha256);
    expect(two).toEqual(one);
  });

  it('have a hash that changes with any of them, its class, its size and its channels', async () => {
    await write(shades, folder);
    const hashOf = async (format: { size: number; channels: number }) =>
      (await readPictures(folder, format)).set.sha256;
    const hashes = [await hashOf(colour), await hashOf(grey), await hashOf({ size: 32, channels: 3 })];
    const last = readFileSync(join(folder, '1/39.png'));
    writeFiles(folder, { '1/39.png': await plain([0, 0, 0]).png().toBuffer() });
    hashes.push(await hashOf(colour));
    rmSync(join(folder, '1/39.png'));
    writeFiles(folder, { '0/39.png': last });
    hashes.push(await hashOf(colour));
    expect(new Set(hashes).size).toBe(5);
  });

  it('are mixed, so that the last ones are not of one class', async () => {
    await write(shades, folder);
    const { labels } = await readPictures(folder, colour);
    expect(new Set(labels.subarray(30)).size).toBe(2);
  });
});

describe('what cannot be learned', () => {
  it('is named file by file, all at once, with what to do', async () => {
    const big = plain(red, 300).jpeg();
    const noise = sharp({
      create: {
        ...{ width: 60, height: 60, channels: 3, background: '#000' },
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    });
    const [png, jpeg] = [await noise.clone().png().toBuffer(), await noise.clone().jpeg().toBuffer()];
    writeFiles(folder, {
      'a/animal.jpg': await plain(red).webp().toBuffer(),
      'a/broken.jpg': jpeg.subarray(0, jpeg.length / 2),
      'a/broken.png': png.subarray(0, png.length / 2),
      'a/deep/x.png': png,
      'a/deepest.png': await plain(red).toColourspace('rgb16').png().toBuffer(),
      'a/empty.png': '',
      'a/letter.png': 'Dear reader',
      'a/print.jpg': await big.clone().toColourspace('cmyk').toBuffer(),
      'a/small.png': await plain(red, 100, 27).png().toBuffer(),
      'a/fine.png': png,
    });
    mkdirSync(join(folder, 'nothing'));
    expect(await problemsOf()).toMatchInlineSnapshot(`
      "PicturesError: faces cannot be learned as it is:
        a/deep: a folder in a subfolder; pictures lie in the folder itself or one down
        nothing: no PNG or JPEG is in this subfolder; add pictures or remove it
        a/animal.jpg: is a file of the kind webp, whatever its name says; save it as PNG or JPEG
        a/broken.jpg: breaks off or is damaged; get the file again, or leave it out
        a/broken.png: breaks off or is damaged; get the file again, or leave it out
        a/deepest.png: has 16 bits a channel; save it with 8
        a/empty.png: is no PNG or JPEG, whatever its name says; save it as one, or leave it out
        a/letter.png: is no PNG or JPEG, whatever its name says; save it as one, or leave it out
        a/print.jpg: is in CMYK, the colours of print; save it in RGB
        a/small.png: has 100 × 27 pixels, and 28 × 28 are asked for; leave it out, or give a smaller --size"
    `);
  });

  it('is listed up to the tenth, and counted', async () => {
    for (let i = 10; i < 23; i++) writeFileSync(join(folder, `${i}.png`), 'no picture');
    const lines = (await problemsOf()).split('\n');
    expect(lines).toHaveLength(12);
    expect(lines.at(-2)).toBe(
      '  19.png: is no PNG or JPEG, whatever its name says; save it as one, or leave it out',
    );
    expect(lines.at(-1)).toBe('  and 3 more');
  });

  it('may be nothing at all', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect(await problemsOf()).toBe(
      'PicturesError: faces cannot be learned as it is:\n  no PNG or JPEG is in it; add .png, .jpg or .jpeg files',
    );
  });

  it('may be a link to nowhere', async () => {
    symlinkSync(join(folder, 'gone.png'), join(folder, 'link.png'));
    expect(await problemsOf()).toMatch(/\n {2}link\.png: cannot be opened \(ENOENT: .*\)$/);
  });

  it('is more subfolders than a label can tell apart', async () => {
    const png = await plain(red).png().toBuffer();
    writeFiles(folder, Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`${i}/a.png`, png])));
    expect(await problemsOf()).toContain('it has 257 subfolders, and at most 256 are told apart');
  });
});
