/**
 * Files that a browser keeps, each by what it holds: its address with the SHA-256 that it has to have. So a file of one build never stands for
 * that of another, and a damaged one is no file. Not here: which requests are answered with them (service-worker.ts).
 */
import { sha256Of } from '../numerics/digest.ts';

/** The first digits of the SHA-256 of every file of a build, by its path from the site's root. */
export type BuildTable = Readonly<Record<string, string>>;

export interface FileOfBuild {
  /** Within the cache. */
  readonly key: string;
  /** How its SHA-256 begins, in hexadecimal. */
  readonly sha256: string;
  /** Another build has another address for another file. */
  readonly isNamedByHash: boolean;
}

/** Of all builds; `clearKept` (../components/layout/kept.ts) deletes it. */
export const keptCache = 'kept-files';

/** Undefined for what no build is answerable for. `root`: of the site, ending in a slash. */
export function fileOfBuild(address: string, root: string, table: BuildTable): FileOfBuild | undefined {
  const { origin, pathname, searchParams } = new URL(address);
  const { pathname: rootPath } = new URL(root);
  if (origin !== new URL(root).origin || !pathname.startsWith(rootPath)) return undefined;
  const path = decodeURIComponent(pathname.slice(rootPath.length)).replace(/(^|\/)$/, '$1index.html');
  const stated = searchParams.get('sha256');
  const sha256 = stated ?? (Object.hasOwn(table, path) ? table[path] : undefined);
  if (!sha256) return undefined;
  return {
    key: `${root}${path}?sha256=${sha256}`,
    sha256,
    isNamedByHash: stated !== null || path.startsWith('_astro/'),
  };
}

/** Undefined where it is not kept, or no longer as it was: then it is thrown away. */
export async function readKept(cache: Cache, { key, sha256 }: FileOfBuild): Promise<Response | undefined> {
  const kept = await cache.match(key);
  if (!kept) return undefined;
  const bytes = await kept.arrayBuffer();
  if ((await sha256Of(bytes)).startsWith(sha256)) return new Response(bytes, { headers: kept.headers });
  await cache.delete(key);
  return undefined;
}

/** The same answer, kept; undefined where it is of another build. A browser without room answers all the same. */
export async function keep(
  cache: Cache,
  { key, sha256 }: FileOfBuild,
  response: Response,
): Promise<Response | undefined> {
  const bytes = await response.arrayBuffer();
  if (!(await sha256Of(bytes)).startsWith(sha256)) return undefined;
  const headers = new Headers(response.headers);
  headers.set('content-length', String(bytes.byteLength));
  headers.delete('content-encoding');
  await cache.put(key, new Response(bytes, { headers })).catch(() => undefined);
  return new Response(bytes, { headers });
}

/** In bytes. */
export async function keptBytes(cache: Cache): Promise<number> {
  const files = await cache.matchAll();
  return files.reduce((sum, { headers }) => sum + Number(headers.get('content-length')), 0);
}
