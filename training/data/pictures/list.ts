/**
 * Which pictures a folder holds: PNG and JPEG files in it and in its subfolders, each subfolder a class. Nothing is opened here. The order
 * is that of the names' code points, composed alike, so it is the same on every file system.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureSet } from '../sources.ts';

export interface ListedPicture {
  /** From the folder on, with forward slashes, as the file system spells it. */
  readonly path: string;
  readonly className: string;
}

export interface ListedFolder {
  readonly pictures: readonly ListedPicture[];
  /** Files that are no pictures by their name. */
  readonly leftOut: readonly string[];
  /** A line each. */
  readonly problems: readonly string[];
}

/** The class of pictures that lie in no subfolder. */
export const ownClass = '.';

/** Whether some pictures lie in no subfolder, so that nobody said their class. */
export const hasUnclassed = ({ classNames }: PictureSet): boolean => classNames.includes(ownClass);

const isPicture = (name: string): boolean => /\.(?:png|jpe?g)$/i.test(name);

export async function listPictures(folder: string): Promise<ListedFolder> {
  const pictures: ListedPicture[] = [];
  const leftOut: string[] = [];
  const problems: string[] = [];
  const top = await entriesOf(folder);
  const addFile = (path: string, className: string) => {
    if (isPicture(path)) pictures.push({ path, className });
    else leftOut.push(path);
  };
  for (const { name, isFolder } of top) {
    if (!isFolder) {
      addFile(name, ownClass);
      continue;
    }
    const before = pictures.length;
    for (const entry of await entriesOf(join(folder, name))) {
      const path = `${name}/${entry.name}`;
      if (!entry.isFolder) addFile(path, name.normalize());
      else problems.push(`${path}: a folder in a subfolder; pictures lie in the folder itself or one down`);
    }
    if (pictures.length === before) {
      problems.push(`${name}: no PNG or JPEG is in this subfolder; add pictures or remove it`);
    }
  }
  return { pictures: sortedBy(pictures, ({ path }) => path), leftOut, problems };
}

/** Those that are not hidden, links followed. */
async function entriesOf(folder: string) {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  return Promise.all(
    sortedBy(names, (name) => name).map(async (name) => ({
      name,
      // A link to nothing is a file that cannot be read.
      isFolder: await stat(join(folder, name)).then(
        (found) => found.isDirectory(),
        () => false,
      ),
    })),
  );
}

/** By the code points of a text of each, which is the order of UTF-8 bytes. */
export function sortedBy<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: Buffer.from(textOf(item).normalize()) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item);
}
