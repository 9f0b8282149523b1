/**
 * The service worker is there only after the first page has begun to load. What the page and its engines' workers loaded without it, the page then
 * tells it, and it fetches that again, from the browser's own cache, to keep it. Not the page: its own thread has readers to answer.
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
export function keepLoadedFiles({ controller }: ServiceWorkerContainer): void {
  const told = new Set<string>();
  const tell = (files: readonly string[]): void => {
    const more = files.filter((file) => !told.has(file) && file.startsWith(location.origin));
    for (const file of more) told.add(file);
    if (more.length > 0) controller?.postMessage(more);
  };
  const channel = openChannel();
  channel.onmessage = ({ data }) => {
    if (Array.isArray(data)) tell(data as string[]);
  };
  channel.postMessage('what?');
  tell([location.origin + location.pathname]);
  observeLoaded(tell);
}
