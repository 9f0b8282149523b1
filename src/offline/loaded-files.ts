/**
 * The service worker is there only after the first page has begun to load. What the page and its engines' workers loaded without it, the page then
 * fetches again: from the browser's own cache, and by way of the service worker, which keeps it.
 */

const openChannel = (): BroadcastChannel => new BroadcastChannel('loaded-files');

/** Those so far, and each that follows. */
function observeLoaded(see: (files: readonly string[]) => void): void {
  const observer = new PerformanceObserver((list) => see(list.getEntries().map(({ name }) => name)));
  observer.observe({ type: 'resource', buffered: true });
}

/** In a worker: tells the page, also one that asks late. */
export function tellLoadedFiles(): void {
  const channel = openChannel();
  const told = new Set<string>();
  const tell = (): void => channel.postMessage([...told]);
  channel.onmessage = ({ data }) => {
    if (data === 'what?') tell();
  };
  observeLoaded((files) => {
    for (const file of files) told.add(file);
    tell();
  });
}

/** In the page, once a service worker controls it. */
export function keepLoadedFiles(): void {
  const kept = new Set<string>();
  const keepAll = (files: readonly string[]): void => {
    for (const file of files) {
      if (kept.has(file) || !file.startsWith(location.origin)) continue;
      kept.add(file);
      void fetch(file).catch(() => undefined);
    }
  };
  const channel = openChannel();
  channel.onmessage = ({ data }) => {
    if (Array.isArray(data)) keepAll(data as string[]);
  };
  channel.postMessage('what?');
  keepAll([location.origin + location.pathname]);
  observeLoaded(keepAll);
}
