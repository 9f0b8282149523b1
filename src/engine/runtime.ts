/** Downloads and starts a model runtime. */
import type { Adapter } from './adapters/adapter.ts';
import { EngineError, type LoadProgress } from './api.ts';
import { download } from './download.ts';
import { reasonOf } from './errors.ts';

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
    if (isMemoryRefused()) {
      throw new EngineError(
        'no-memory',
        `This browser refused the ${startMegabytes} MB of memory that the model runtime starts with. Close other tabs or programs, and try again.`,
      );
    }
    throw new EngineError(
      'no-webassembly',
      `This browser did not start the model runtime (${reasonOf(error)}). WebAssembly may be switched off: allow it for this site, or use another browser.`,
    );
  }
}

/** Both runtimes take so much before they compute anything. */
const startMegabytes = 16;

/** A runtime does not tell why it did not start. */
function isMemoryRefused(): boolean {
  try {
    new WebAssembly.Memory({ initial: startMegabytes * 16 });
    return false;
  } catch {
    return true;
  }
}
