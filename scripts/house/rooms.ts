/** From files to rooms: the folders that a newcomer looks for, and how many imports go from one to another. */
import type { ImportGraph } from './graph.ts';

export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly numImports: number;
}

export interface House {
  readonly rooms: readonly string[];
  readonly passages: readonly Passage[];
}

/** A folder of src or training; of components the folder within, because each is a room of its own. Style sheets are furniture. */
export function roomOf(file: string): string | undefined {
  const [top, folder, ...rest] = file.split('/');
  if (folder === 'styles') return undefined;
  return folder === 'components' && rest.length > 1 ? `${top}/${folder}/${rest[0]}` : `${top}/${folder}`;
}

/** Sorted by name. */
export function readHouse({ files, arrows }: ImportGraph): House {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
  const counts = new Map<string, number>();
  for (const { from, to } of arrows) {
    const [start, end] = [roomOf(from), roomOf(to)];
    if (start === undefined || end === undefined || start === end) continue;
    const key = `${start} ${end}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const passages = Array.from(counts, ([key, numImports]) => {
    const [from, to] = key.split(' ');
    return { from, to, numImports };
  });
  return {
    rooms: [...rooms].sort(),
    passages: passages.sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
  };
}
