/**
 * Which build each open page is of, and each worker that it started: remembered in the cache, because a browser stops a service worker between
 * two requests. A build is named by the address of its table; one that this browser has no table of, by nothing.
 */
import { fileOfBuild, type BuildTable } from './kept-files.ts';

export interface Builds {
  /** Of a page or worker by its id; undefined of one that came from a newer build. Of `own` where nobody remembers. */
  of(client: string): Promise<string | undefined>;
  remember(client: string, build: string | undefined): Promise<void>;
  /**
   * `own` begins: who is open and was not remembered is of the build before. Drops what none of the open ones can ask for; checkpoints,
   * which name their hash, stay.
   */
  begin(open: readonly string[], tableOf: (build: string) => Promise<BuildTable | undefined>): Promise<void>;
}

const checkpointFile = /\.(?:safetensors|onnx)\?/;

/** `root`: of the site, ending in a slash. `own`: the build of this service worker. */
export function openBuilds(cache: Cache, root: string, own: string): Builds {
  // Nothing of the site lies at these addresses.
  const clients = `${root}open/`;
  const newest = `${root}newest-build`;
  const read = async (key: string): Promise<string | undefined> => (await cache.match(key))?.text();
  // A browser without room forgets.
  const write = (key: string, text: string): Promise<void> =>
    cache.put(key, new Response(text)).catch(() => undefined);

  return {
    async of(client) {
      const build = await read(clients + client);
      return build === undefined ? own : build || undefined;
    },
    remember: (client, build = '') => write(clients + client, build),

    async begin(open, tableOf) {
      const before = await read(newest);
      const inUse = new Set([own]);
      for (const client of open) {
        // What came from a newer build came from this one.
        const build = (await read(clients + client)) ?? before ?? own;
        inUse.add(build || own);
        await write(clients + client, build || own);
      }
      await write(newest, own);
      const tables = (await Promise.all(Array.from(inUse, tableOf))).filter((table) => table !== undefined);
      const stays = (key: string): boolean =>
        key === newest ||
        inUse.has(key) ||
        open.some((client) => key === clients + client) ||
        checkpointFile.test(key) ||
        tables.some((table) => fileOfBuild(key.replace(/\?.*$/, ''), root, table)?.key === key);
      for (const { url } of await cache.keys()) if (!stays(url)) await cache.delete(url);
    },
  };
}
