/** How many bytes this thread has received, as the browser tells. */
import type { Downloaded } from './kinds.ts';

type Entry = Pick<PerformanceResourceTiming, 'name' | 'encodedBodySize'>;

/** Files below `modelsUrl` are the model, all others the runtime. Undefined where the browser does not tell. */
export function downloadedHere(
  modelsUrl: string,
  entries: readonly Entry[] = performance.getEntriesByType('resource') as PerformanceResourceTiming[],
): Downloaded | undefined {
  let [runtimeBytes, modelBytes] = [0, 0];
  for (const { name, encodedBodySize } of entries) {
    if (new URL(name).pathname.startsWith(modelsUrl)) modelBytes += encodedBodySize;
    else runtimeBytes += encodedBodySize;
  }
  return runtimeBytes > 0 ? { runtimeBytes, modelBytes } : undefined;
}
