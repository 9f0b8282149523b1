/** Has the browser keep what is read here, where it can: on https and localhost, and not in every private window. */
import { keepLoadedFiles } from '../../offline/loaded-files.ts';

/** Types say that every browser has one; on http, none has. */
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

/** `script`: the address of the service worker. */
export function keepForOffline(script: string): void {
  if (!workers || !import.meta.env.PROD) return;
  if (!workers.controller) {
    workers.addEventListener('controllerchange', () => keepLoadedFiles(workers), { once: true });
  }
  workers.register(script, { updateViaCache: 'none' }).catch(() => undefined);
}
