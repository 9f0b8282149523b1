/** Who imports whom: every source file under some folders, the files each imports, and the loops there are among them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { importsOf } from './imports.ts';

/** From one file to another; paths are from the root, with slashes. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** No import of these two is more than types. */
  readonly typeOnly: boolean;
}

export interface ImportGraph {
  readonly files: readonly string[];
  readonly arrows: readonly Arrow[];
}

const isSource = (path: string): boolean => /\.(?:tsx?|m?js|astro|mdx)$/.test(path);

/**
 * Sorted, so that the same files give the same graph everywhere. Packages are left out; style sheets are in it once something imports them.
 * @throws Error naming the import when there is no such file.
 */
export function readImports(root: string, folders: readonly string[]): ImportGraph {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        posix.join(folder, path.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => isSource(path))
    .sort();
  const arrows = files.flatMap((from) => arrowsOf(root, from));
  return { files: [...new Set([...files, ...arrows.map(({ to }) => to)])].sort(), arrows };
}

function arrowsOf(root: string, from: string): Arrow[] {
  const found = new Map<string, boolean>();
  for (const { specifier, typeOnly } of importsOf(readFileSync(join(root, from), 'utf8'), from)) {
    if (!specifier.startsWith('.')) continue;
    const to = posix.join(dirname(from), specifier.replace(/\?.*$/, ''));
    if (!existsSync(join(root, to))) {
      throw new Error(
        `${from} imports ${specifier}, and there is no file ${to}. Write the path with its extension.`,
      );
    }
    if (statSync(join(root, to)).isFile()) found.set(to, typeOnly && (found.get(to) ?? true));
  }
  return Array.from(found, ([to, typeOnly]) => ({ from, to, typeOnly })).sort((a, b) =>
    a.to < b.to ? -1 : 1,
  );
}

/** The shortest loop of each group of files that reach each other, types counted: its first file is also its last. */
export function findLoops({ files, arrows }: ImportGraph): string[][] {
  const next = new Map(files.map((file) => [file, [] as string[]]));
  for (const { from, to } of arrows) next.get(from)?.push(to);
  const loops: string[][] = [];
  const looped = new Set<string>();
  for (const file of files) {
    const loop = looped.has(file) ? undefined : shortestWay(next, file, file);
    if (!loop) continue;
    loops.push(loop);
    for (const other of files) {
      if (shortestWay(next, file, other) && shortestWay(next, other, file)) looped.add(other);
    }
  }
  return loops;
}

/** Breadth first, at least one arrow long. */
function shortestWay(
  next: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): string[] | undefined {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const file of next.get(way[way.length - 1]) ?? []) {
      if (file === to) return [...way, file];
      if (seen.has(file)) continue;
      seen.add(file);
      ways.push([...way, file]);
    }
  }
  return undefined;
}
