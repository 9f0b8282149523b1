/** Downloads and starts a model runtime. */
import type { Adapter } from './adapters/adapter.ts';
import { EngineError, type LoadProgress } from './api.ts';
import { download } from './download.ts';
import { didNotStart } from './errors.ts';

/** @throws EngineError `network`, `no-webassembly`, `no-memory` or `aborted`. */
export async function startRuntime(
  adapter: Pick<Adapter, 'binary' | 'start'>,
  signal: AbortSignal,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const { url, bytes: totalBytes } = await adapter.binary();
  let loadedBytes = 0;
  const onBytes = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  onBytes(0);
  const wasm = await download(url, { signal, onBytes });
  if (!wasm) {
    throw new EngineError(
      'network',
      `The model runtime is missing: ${url} answered 404. Build the site again.`,
    );
  }
  try {
    await adapter.start(wasm);
  } catch (error) {
    throw didNotStart('the model runtime', error);
  }
}
