/** The page's end of a trainer's messages. The worker starts with the first message, so a figure that nobody uses costs nothing. */
import { EngineError, needsNewWorker, type EngineErrorCode } from './engine-error.ts';
import type { FromTrainer, ToTrainer } from './trainer-protocol.ts';

export interface Failed {
  readonly type: 'failed';
  readonly code: EngineErrorCode;
  readonly message: string;
}

/** The part of a `Worker` used here, so that a test can stand a session in its place. */
export interface TrainerWorker<To, From> {
  postMessage(message: To): void;
  onmessage: ((event: MessageEvent<From>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface Trainer<To> {
  send(message: To): void;
  dispose(): void;
}

export type MakeTrainer<To, From> = (onMessage: (message: From | Failed) => void) => Trainer<To>;

/** After a failure of the worker itself, the next message starts a new one. */
export const trainerIn =
  <To, From extends { readonly code?: EngineErrorCode }>(
    startWorker: () => TrainerWorker<To, From>,
  ): MakeTrainer<To, From> =>
  (onMessage) => {
    let worker: TrainerWorker<To, From> | undefined;

    function end(): void {
      worker?.terminate();
      worker = undefined;
    }

    function fail({ code, message }: EngineError): void {
      end();
      onMessage({ type: 'failed', code, message });
    }

    function start(): TrainerWorker<To, From> {
      const started = startWorker();
      started.onmessage = ({ data }) => {
        if (data.code && needsNewWorker(data.code)) end();
        onMessage(data);
      };
      started.onerror = (event) => {
        event.preventDefault();
        fail(workerError(event.message));
      };
      return started;
    }

    return {
      send(message) {
        worker ??= start();
        worker.postMessage(message);
      },
      dispose: end,
    };
  };

/** Of GLO. */
export const createTrainer: MakeTrainer<ToTrainer, FromTrainer> = trainerIn(
  () => new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' }),
);

/** Without a text, the worker's program could not be loaded. */
const workerError = (text: string | undefined): EngineError =>
  text
    ? new EngineError('internal', `Training stopped (${text}). Start again; the last seconds may be kept.`)
    : new EngineError('network', 'The trainer could not be loaded. Check the connection and try again.');
