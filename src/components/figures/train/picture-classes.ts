/**
 * Which class each file of a reader's folder is of: its subfolder, or the digit that its name begins with. Nothing is opened here. Pure.
 */

/** More take longer than a reader waits. */
export const mostPictures = 2000;
/** A class has a digit in the figure. */
const mostClasses = 10;

export interface Refused {
  readonly path: string;
  /** And what to do. */
  readonly reason: string;
}

export interface ClassedFiles<File> {
  readonly files: readonly { readonly path: string; readonly file: File; readonly digit: number }[];
  /** In the order of their digits. */
  readonly classNames: readonly string[];
  readonly refused: readonly Refused[];
}

const digitNames = Array.from({ length: mostClasses }, (_, digit) => String(digit));

/** Hidden files are left out, as a file system leaves them; the order is that of the paths. */
export function classesOf<File>(
  given: readonly { readonly path: string; readonly file: File }[],
): ClassedFiles<File> {
  const seen = given
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const refused: Refused[] = seen
    .filter(({ path }) => !isPicture(path))
    .map(({ path }) => ({ path, reason: 'its name does not end as that of a PNG, JPEG, GIF or WebP.' }));
  const pictures = seen.filter(({ path }) => isPicture(path));
  const root = commonFolder(pictures.map(({ path }) => path));
  const named = pictures.map((each) => ({ ...each, name: classNameOf(each.path.slice(root.length)) }));
  const names = [...new Set(named.flatMap(({ name }) => name ?? []))].sort();
  const classNames = names.every((name) => digitNames.includes(name))
    ? digitNames
    : names.slice(0, mostClasses);
  const files = named.flatMap(({ path, file, name }) => {
    const digit = name === undefined ? -1 : classNames.indexOf(name);
    if (digit >= 0) return [{ path, file, digit }];
    refused.push({
      path,
      reason:
        name === undefined
          ? 'nothing says its class. Put it in a subfolder, or begin its name with a digit.'
          : `it is of an eleventh class, and ${mostClasses} are told apart. Leave some subfolders out.`,
    });
    return [];
  });
  for (const { path } of files.slice(mostPictures))
    refused.push({
      path,
      reason: `${mostPictures.toLocaleString('en')} pictures are learned, and they are before it by name.`,
    });
  return { files: files.slice(0, mostPictures), classNames, refused };
}

const isPicture = (path: string): boolean => /\.(?:png|jpe?g|gif|webp)$/i.test(path);

/** The folder that was given, which all paths begin with, and its slash; empty where there is none. */
function commonFolder(paths: readonly string[]): string {
  const folder = /^[^/]*\//.exec(paths.at(0) ?? '')?.[0] ?? '';
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}

function classNameOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts.length > 1 ? parts[parts.length - 2].normalize() : /^\d/.exec(parts[0])?.[0];
}
