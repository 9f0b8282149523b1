/**
 * The service worker: answers with what is kept, else with what the server has, and keeps that (kept-files.ts). A page and its workers get files
 * of the build that the page is of, also when the server has another by then (builds.ts). components/build/offline.ts makes sw.js of it.
 */
import { openBuilds } from './builds.ts';
import { fileOfBuild, keep, keptCache, readKept, type BuildTable } from './kept-files.ts';
import { offlinePage } from './offline-page.ts';

declare const self: ServiceWorkerGlobalScope;
/** Name of this build's table, beside sw.js; the build writes it here. */
declare const tableFile: string;

const root = self.registration.scope;
const own = new URL(tableFile, root).href;

async function readTable(build: string): Promise<BuildTable> {
  const cache = await caches.open(keptCache);
  const kept = await cache.match(build);
  if (kept) return (await kept.json()) as BuildTable;
  const response = await fetch(build);
  if (!response.ok) throw new Error(`${build} answered ${response.status}.`);
  await cache.put(build, response.clone()).catch(() => undefined);
  return (await response.json()) as BuildTable;
}

const tables = new Map<string, Promise<BuildTable>>();
/** Undefined where neither cache nor server has it: all is then as without a service worker. */
async function tableOf(build: string | undefined): Promise<BuildTable | undefined> {
  if (build === undefined) return undefined;
  const table = tables.get(build) ?? readTable(build);
  tables.set(build, table);
  try {
    return await table;
  } catch {
    tables.delete(build);
    return undefined;
  }
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  const cache = await caches.open(keptCache);
  const builds = openBuilds(cache, root, own);
  const isPage = request.mode === 'navigate';
  const build = isPage ? own : await builds.of(clientId);
  if (resultingClientId) await builds.remember(resultingClientId, build);
  const table = await tableOf(build);
  const file = table && fileOfBuild(request.url, root, table);
  if (!file) return fetch(request);

  const kept = await readKept(cache, file);
  if (kept) return kept;
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (isPage) return offlinePage(await cache.keys(), root);
    throw error;
  }
  if (!response.ok) return response;
  if (file.isNamedByHash) {
    // At once, so that a figure can count its bytes.
    event.waitUntil(keep(cache, file, response.clone()));
    return response;
  }
  const asBuilt = await keep(cache, file, response.clone());
  if (asBuilt) return asBuilt;
  // The server has another build by now: a page of it gets all else from there too, and a page of ours could not read it.
  if (!isPage) return new Response(null, { status: 409 });
  await builds.remember(resultingClientId, undefined);
  return response;
}

/** What a page loaded before it had a service worker (loaded-files.ts). */
async function keepLoaded(clientId: string, addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(keptCache);
  const table = await tableOf(await openBuilds(cache, root, own).of(clientId));
  if (!table) return;
  const keepAddress = async (address: string): Promise<void> => {
    const file = fileOfBuild(address, root, table);
    if (!file || (await cache.match(file.key))) return;
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) await keep(cache, file, response);
  };
  await Promise.all(addresses.map(keepAddress));
}

self.addEventListener('install', (event) => {
  event.waitUntil(readTable(own).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  const begin = async (): Promise<void> => {
    const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'all' });
    const builds = openBuilds(await caches.open(keptCache), root, own);
    await builds.begin(
      open.map(({ id }) => id),
      tableOf,
    );
    await self.clients.claim();
  };
  event.waitUntil(begin());
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(root)) event.respondWith(answer(event));
});
self.addEventListener('message', (event) => {
  const { source } = event;
  const data: unknown = event.data;
  if (source instanceof Client && Array.isArray(data))
    event.waitUntil(keepLoaded(source.id, data as string[]));
});
