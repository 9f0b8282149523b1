/** The page's end of the comparison: one runtime after the other, each in a worker of its own that goes when it is done. */
import {
  runtimeKinds,
  type FromRuntimeWorker,
  type RuntimeKind,
  type Subject,
  type ToRuntimeWorker,
} from './kinds.ts';

/** The part of a `Worker` used here, so that a test can stand in for one. */
export interface RuntimeWorker {
  onmessage: ((event: MessageEvent<FromRuntimeWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToRuntimeWorker): void;
  terminate(): void;
}

const startWorker = (): RuntimeWorker =>
  new Worker(new URL('./runtime.worker.ts', import.meta.url), { type: 'module' });

export interface ComparisonListener {
  onStart(kind: RuntimeKind): void;
  onMessage(kind: RuntimeKind, message: FromRuntimeWorker): void;
  /** All have been, or it was stopped. */
  onEnd(): void;
}

/** Returns how to stop. */
export function compareRuntimes(
  subject: Subject,
  listener: ComparisonListener,
  start: () => RuntimeWorker = startWorker,
): () => void {
  let worker: RuntimeWorker | undefined;

  function run(turn: number): void {
    if (turn === runtimeKinds.length) {
      listener.onEnd();
      return;
    }
    const kind = runtimeKinds[turn];
    listener.onStart(kind);
    const running = (worker = start());
    const leave = (message: FromRuntimeWorker): void => {
      running.terminate();
      worker = undefined;
      listener.onMessage(kind, message);
      run(turn + 1);
    };
    running.onerror = (event) => {
      event.preventDefault();
      leave({ type: 'failed', reason: whyLost(event.message) });
    };
    running.onmessage = ({ data }) => {
      if (worker !== running) return; // stopped meanwhile
      if (isLast(data)) leave(data);
      else listener.onMessage(kind, data);
    };
    running.postMessage({ kind, subject });
  }

  run(0);
  return () => {
    if (!worker) return;
    worker.terminate();
    worker = undefined;
    listener.onEnd();
  };
}

const isLast = ({ type }: FromRuntimeWorker): boolean =>
  type === 'done' || type === 'unavailable' || type === 'failed';

/** Without a text, the worker's program could not be loaded. */
const whyLost = (text: string | undefined): string =>
  text
    ? `The runtime stopped (${text}).`
    : 'The runtime could not be loaded. Check the connection and try again.';
