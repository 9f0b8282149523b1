/** A model runtime as the comparison of runtimes needs it: it draws with GLO's generator, and need not open other families. */
import type { GloManifest } from '../../contract/families/glo.ts';
import type { CodeDims } from '../../networks/generator/generator.ts';
import type { LoadProgress } from '../api.ts';
import type { Adapter, OpenNetwork } from './adapter.ts';

export interface GeneratorRuntime {
  /** The file that `open` reads. */
  readonly networkFile: Adapter['networkFile'];
  /** Called once. @throws when this browser cannot start it. */
  start(signal: AbortSignal, onProgress: (progress: LoadProgress) => void): Promise<void>;
  /** @throws ContractError when the file does not hold the generator that the manifest describes. */
  open(manifest: GloManifest, networkFile: Uint8Array<ArrayBuffer>): Promise<Pick<OpenNetwork, 'generate'>>;
  /** A graph that comes without a checkpoint. Undefined of a runtime that reads weights. */
  readonly openGraph?: (
    dims: CodeDims,
    graph: Uint8Array<ArrayBuffer>,
  ) => Promise<Pick<OpenNetwork, 'generate'>>;
}
