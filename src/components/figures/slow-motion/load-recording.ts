/** Loads the recording with its bytes counted, and unpacks it. Not here: when. */
import { download } from '../../../engine/download.ts';
import { EngineError } from '../../../engine/engine-error.ts';
import { decodeRecording, type Recording } from './recording.ts';

interface LoadOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/** @throws EngineError when it is missing, cut off or no recording. */
export async function loadRecording(url: string, options: LoadOptions): Promise<Recording> {
  const packed = await download(url, options);
  if (!packed) throw new EngineError('checkpoint-missing', `There is no ${url}. Reload the page.`);
  try {
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return decodeRecording(new Uint8Array(await new Response(unpacked).arrayBuffer()));
  } catch (error) {
    throw new EngineError(
      'internal',
      `${url} cannot be read (${error instanceof Error ? error.message : String(error)}). Reload the page.`,
    );
  }
}
