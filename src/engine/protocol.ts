/**
 * The messages between a page and its engine worker. `start` is the first of all. Every request has an id and gets `progress` any
 * number of times, then `done` or `failed` once; `abort` names a request and has no answer. Images drawn are transferred. Codes, and images to classify,
 * are copied: a figure keeps what it asked with, and all figures share a checkpoint.
 */
import type { Family } from '../contract/manifest.ts';
import type { Checkpoint, EngineErrorCode, LoadProgress } from './api.ts';
import type { FunctionName, Functions } from './functions.ts';

export interface Start {
  readonly type: 'start';
  /** Folder of all checkpoints, ending in a slash. */
  readonly modelsUrl: string;
}

export interface LoadRequest {
  readonly type: 'load';
  readonly requestId: number;
  readonly family: Family;
  readonly id: string;
}

/** One of a checkpoint's functions, whichever it is. */
export type RunRequest = {
  readonly [Name in FunctionName]: {
    readonly type: 'run';
    readonly requestId: number;
    readonly id: string;
    readonly name: Name;
    readonly input: Functions[Name]['input'];
  };
}[FunctionName];

export type Request = LoadRequest | RunRequest;
export type Result = Checkpoint<Family> | Functions[FunctionName]['output'];

export type ToWorker = Start | Request | { readonly type: 'abort'; readonly requestId: number };

export type FromWorker =
  | Answer
  /** The worker's program could not be loaded: it answers nothing, now or later. */
  | { readonly type: 'not-loaded' };

export type Answer = { readonly requestId: number } & (
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string }
);

/** The part of a worker, of a worker's own scope and of a MessagePort that both ends need. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}
