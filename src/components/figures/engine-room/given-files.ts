/** What a reader drops or picks, as a flat list of files with their paths: folders are walked, and no file is read. */

export interface GivenPath {
  /** In the folder that was given, with slashes; a file alone has its name. */
  readonly path: string;
  readonly file: File;
}

/** Of `<input type="file">`, for files or for a folder. */
export const filesOfInput = (files: FileList): readonly GivenPath[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Few more than `most`. The entries have to be asked for before the event is over: call it in the handler of `drop`. */
export function filesOfDrop({ items, files }: DataTransfer, most: number): Promise<readonly GivenPath[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.length > 0 ? walk(entries, most) : Promise.resolve(filesOfInput(files));
}

async function walk(roots: readonly FileSystemEntry[], most: number): Promise<readonly GivenPath[]> {
  const found: GivenPath[] = [];
  const waiting = [...roots];
  // One more than is allowed is enough to refuse it all.
  for (let entry = waiting.shift(); entry && found.length <= most; entry = waiting.shift()) {
    if (entry.isDirectory) waiting.push(...(await listFolder(entry as FileSystemDirectoryEntry, most)));
    else
      found.push({
        path: entry.fullPath.replace(/^\//, ''),
        file: await fileOf(entry as FileSystemFileEntry),
      });
  }
  return found;
}

/** A reader gives a part at a time, and at the end an empty one. */
async function listFolder(
  folder: FileSystemDirectoryEntry,
  most: number,
): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  const nextPart = (): Promise<readonly FileSystemEntry[]> =>
    new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  for (let part = await nextPart(); part.length > 0 && all.length <= most; part = await nextPart())
    all.push(...part);
  return all;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));
