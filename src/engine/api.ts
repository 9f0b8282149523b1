/**
 * What a figure may ask of an engine, and what it gets: a checkpoint of a family, and its named functions. A figure does not know which
 * runtime computes them.
 */
import type { Family, ManifestOf } from '../contract/manifest.ts';
import type { FunctionName, Functions } from './functions.ts';
import type { Tables } from './tables.ts';

export { asEngineError, EngineError, type EngineErrorCode } from './engine-error.ts';
export type { Reading } from './functions.ts';

/** `tfjs`: wasm backend, the default. `onnx`: onnxruntime-web, by choice. */
export const engineKinds = ['tfjs', 'onnx'] as const;
export type EngineKind = (typeof engineKinds)[number];

/** A loaded checkpoint as the page sees it; the weights stay in the worker. */
export type Checkpoint<Name extends Family> = { readonly manifest: ManifestOf<Name> } & Tables[Name];

export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * A checkpoint's functions by name (functions.ts). Each loads the checkpoint if need be, and rejects with code `aborted` when the signal
 * fires first, or `internal` when the checkpoint is of a family that has no such function.
 */
type CheckpointFunctions = {
  readonly [Name in FunctionName]: (
    id: string,
    input: Functions[Name]['input'],
    options?: CallOptions,
  ) => Promise<Functions[Name]['output']>;
};

export interface Engine extends CheckpointFunctions {
  /** Which runtime computes. */
  readonly kind: EngineKind;
  /**
   * `id`, here and everywhere: of a checkpoint, or the key of a snapshot (checkpoint-key.ts). Loads once; a second call for the same one
   * shares the first. Progress counts the bytes of its files and, the first time, the runtime. Rejects with code `contract` when the
   * checkpoint is of another family.
   */
  load<Name extends Family>(
    family: Name,
    id: string,
    options?: CallOptions & { readonly onProgress?: (p: LoadProgress) => void },
  ): Promise<Checkpoint<Name>>;
  /** Ends the worker. Final: what is under way and what is asked later rejects with code `aborted`. */
  dispose(): void;
}
