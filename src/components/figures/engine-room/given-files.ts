/** What a reader drops or picks, as a flat list of files with their paths: folders are walked, and no file is read. */
import { limits } from '../../../engine/dropped/limits.ts';
import type { GivenFile } from '../../../engine/dropped/read-dropped.ts';

/** Of `<input type="file">`, for files or for a folder. */
export const filesOfInput = (files: FileList): readonly GivenFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

/** The entries have to be asked for before the event is over: call it in the handler of `drop`. */
export function filesOfDrop({ items, files }: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.length > 0 ? walk(entries) : Promise.resolve(filesOfInput(files));
}

async function walk(roots: readonly FileSystemEntry[]): Promise<readonly GivenFile[]> {
  const found: GivenFile[] = [];
  const waiting = [...roots];
  // One more than is allowed is enough to refuse it all.
  for (let entry = waiting.shift(); entry && found.length <= limits.numFiles; entry = waiting.shift()) {
    if (entry.isDirectory) waiting.push(...(await listFolder(entry as FileSystemDirectoryEntry)));
    else
      found.push({
        path: entry.fullPath.replace(/^\//, ''),
        file: await fileOf(entry as FileSystemFileEntry),
      });
  }
  return found;
}

/** A reader gives a part at a time, and at the end an empty one. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  const nextPart = (): Promise<readonly FileSystemEntry[]> =>
    new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  for (let part = await nextPart(); part.length > 0 && all.length <= limits.numFiles; part = await nextPart())
    all.push(...part);
  return all;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));
