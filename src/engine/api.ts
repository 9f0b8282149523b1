/**
 * What a figure may ask of an engine, and what it gets. A figure makes a batch of codes with networks/generator/codes.ts and asks for its
 * images; it does not know which runtime draws them.
 */
import type { GloManifest } from '../contract/families/glo.ts';
import type { CodeBatch, CodeSource } from '../networks/generator/codes.ts';

/** `tfjs`: wasm backend, the default. `onnx`: onnxruntime-web, by choice. */
export const engineKinds = ['tfjs', 'onnx'] as const;
export type EngineKind = (typeof engineKinds)[number];

/** A loaded checkpoint as the page sees it; the weights stay in the worker. */
export interface Checkpoint extends CodeSource {
  readonly manifest: GloManifest;
}

export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export type EngineErrorCode =
  'checkpoint-missing' | 'wrong-hash' | 'contract' | 'no-webassembly' | 'network' | 'aborted' | 'internal';

/** Every failure a figure can meet. `message` says what was wrong and what to do, ready to be shown. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a judge sees in an image: the most probable digit. */
export interface Reading {
  readonly digit: number;
  /** In [0, 1], as the judge claims. */
  readonly probability: number;
}

export interface Engine {
  readonly kind: EngineKind;
  /**
   * `id`, here and below: of a checkpoint, or the key of a snapshot (checkpoint-key.ts). Loads once; a second call for the same
   * one shares the first. Progress counts bytes of weights, codes and, the first time, the runtime.
   */
  load(
    id: string,
    options?: { signal?: AbortSignal; onProgress?: (p: LoadProgress) => void },
  ): Promise<Checkpoint>;
  /**
   * intensity in [0, 1], [count, imageHeight × imageWidth], row-major. Loads the checkpoint if need be. Rejects with code
   * `aborted` when the signal fires first.
   */
  generate(id: string, batch: CodeBatch, options?: { signal?: AbortSignal }): Promise<Float32Array>;
  /**
   * One reading an image, by the classifier with that id. `images`: intensity in [0, 1], [count × imageHeight × imageWidth]. Loads
   * the classifier if need be, and lets pictures go first. Rejects with code `aborted` when the signal fires first.
   */
  classify(
    judge: string,
    images: Float32Array,
    options?: { signal?: AbortSignal },
  ): Promise<readonly Reading[]>;
  /** Final: what is under way and what is asked later rejects with code `aborted`. */
  dispose(): void;
}
