/**
 * The messages between a page and its engine worker. Every request has an id and gets `progress` any number of times, then
 * `done` or `failed` once; `abort` names a request and has no answer. Images drawn are transferred. Codes, and images to read,
 * are copied: a figure keeps what it asked with, and all figures share a checkpoint.
 */
import type { Checkpoint, EngineErrorCode, LoadProgress, Reading } from './api.ts';
import type { CodeBatch } from '../networks/generator/codes.ts';

/** What can be asked, and what `done` brings. */
export interface Calls {
  load: { readonly parameters: { readonly id: string }; readonly result: Checkpoint };
  generate: {
    readonly parameters: { readonly id: string; readonly batch: CodeBatch };
    readonly result: Float32Array;
  };
  classify: {
    readonly parameters: { readonly judge: string; readonly images: Float32Array };
    readonly result: readonly Reading[];
  };
}
export type CallName = keyof Calls;

export type Request = {
  [Name in CallName]: { readonly type: Name; readonly requestId: number } & Calls[Name]['parameters'];
}[CallName];

export type ToWorker = Request | { readonly type: 'abort'; readonly requestId: number };

export type FromWorker = { readonly requestId: number } & (
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'done'; readonly result: Calls[CallName]['result'] }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string }
);

/** The part of a worker, of a worker's own scope and of a MessagePort that both ends need. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}
