/** The runtimes that are compared, what they draw, and what the page and the worker of one say to each other. */
import type { LoadProgress } from '../api.ts';

/** The first is what the others are held to. */
export const runtimeKinds = ['tfjs-wasm', 'tfjs-webgpu', 'onnx-wasm', 'onnx-webgpu'] as const;
export type RuntimeKind = (typeof runtimeKinds)[number];

export const runtimeNames: Readonly<Record<RuntimeKind, string>> = {
  'tfjs-wasm': 'tfjs, WebAssembly',
  'tfjs-webgpu': 'tfjs, WebGPU',
  'onnx-wasm': 'ONNX Runtime, WebAssembly',
  'onnx-webgpu': 'ONNX Runtime, WebGPU',
};

/** Pictures drawn at once, for each of which the time is measured. */
export const batchSizes = [1, 10, 100] as const;
export type BatchSize = (typeof batchSizes)[number];

/** How many pictures of each runtime are shown and compared. */
export const numCompared = 10;

/** A generator's graph alone, without weights and codes beside it. */
export interface BareGraph {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly contentDim: number;
  readonly classDim: number;
}

/** What all of them draw with: a checkpoint by its key (checkpoint-key.ts), or a graph. */
export type Subject =
  | { readonly kind: 'checkpoint'; readonly key: string }
  | { readonly kind: 'graph'; readonly graph: BareGraph };

export interface ToRuntimeWorker {
  readonly kind: RuntimeKind;
  readonly subject: Subject;
}

/** Bytes as they travelled, compressed where the server does that. */
export interface Downloaded {
  readonly runtimeBytes: number;
  readonly modelBytes: number;
}

/** In this order; `unavailable` or `failed` is the last, too. */
export type FromRuntimeWorker =
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  | { readonly type: 'pictures'; readonly ink: Float32Array<ArrayBuffer> }
  | { readonly type: 'latency'; readonly batchSize: BatchSize; readonly ms: number }
  | { readonly type: 'done'; readonly downloaded: Downloaded | undefined }
  /** This browser lacks what the runtime needs, or the subject lacks what it reads. */
  | { readonly type: 'unavailable'; readonly reason: string }
  | { readonly type: 'failed'; readonly reason: string };
