import { describe, expect, it } from 'vitest';
import { classesOf, mostPictures } from '../../../../../../src/components/figures/train/picture-classes.ts';
import { picturesText } from '../../../../../../src/components/figures/train/own-pictures.ts';
import { hasEnough, leastPictures } from '../../../../../../src/components/figures/train/state.ts';

const given = (...paths: readonly string[]) => paths.map((path) => ({ path, file: path }));
const digits = (of: ReturnType<typeof classesOf>) => of.files.map(({ path, digit }) => [path, digit]);

describe('the classes of a folder', () => {
  it('are its subfolders, which keep their digits', () => {
    const classed = classesOf(given('all/7/a.png', 'all/2/b.png', 'all/2/.DS_Store'));
    expect(digits(classed)).toEqual([
      ['all/2/b.png', 2],
      ['all/7/a.png', 7],
    ]);
    expect(classed.classNames).toHaveLength(10);
    expect(classed.refused).toEqual([]);
  });

  it('are numbered by name where they are no digits', () => {
    const classed = classesOf(given('owls/a.png', 'cats/b.png'));
    expect(digits(classed)).toEqual([
      ['cats/b.png', 0],
      ['owls/a.png', 1],
    ]);
    expect(classed.classNames).toEqual(['cats', 'owls']);
  });

  it('are the digits that names begin with where there is no subfolder', () => {
    const { files, refused } = classesOf(given('all/3-a.png', 'all/a.png', 'all/b.txt'));
    expect(files).toEqual([{ path: 'all/3-a.png', file: 'all/3-a.png', digit: 3 }]);
    expect(refused).toEqual([
      { path: 'all/b.txt', reason: 'its name does not end as that of a PNG, JPEG, GIF or WebP.' },
      {
        path: 'all/a.png',
        reason: 'nothing says its class. Put it in a subfolder, or begin its name with a digit.',
      },
    ]);
  });

  it('are ten, and the files of others are named', () => {
    const { files, refused } = classesOf(given(...Array.from('abcdefghijk', (name) => `${name}/1.png`)));
    expect(files).toHaveLength(10);
    expect(refused).toEqual([
      {
        path: 'k/1.png',
        reason: 'it is of an eleventh class, and 10 are told apart. Leave some subfolders out.',
      },
    ]);
  });

  it('hold as many pictures as a run learns', () => {
    const paths = Array.from({ length: mostPictures + 1 }, (_, i) => `1/${String(i).padStart(4, '0')}.png`);
    const { files, refused } = classesOf(given(...paths, '2/a.png'));
    expect(files).toHaveLength(mostPictures);
    expect(refused.map(({ path }) => path)).toEqual([`1/${mostPictures}.png`, '2/a.png']);
  });
});

describe('what is said of the pictures', () => {
  const picturesOf = (length: number) => ({
    images: Array.from({ length }, (_, i) => ({ image: new Uint8Array(784), digit: i % 2 })),
    classNames: ['cats', 'owls'],
    refused: [],
  });

  it('is how many of each class are learned', () => {
    expect(hasEnough(picturesOf(leastPictures))).toBe(true);
    expect(picturesText(picturesOf(leastPictures))).toBe(
      'The next start learns 20 pictures. Classes: 0 cats (10), 1 owls (10).',
    );
  });

  it('is that there are too few', () => {
    expect(hasEnough(undefined)).toBe(false);
    expect(picturesText(picturesOf(3))).toBe(
      '3 of these can be learned, and a run needs 20. Add pictures, and choose the folder again.',
    );
  });
});
