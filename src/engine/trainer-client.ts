/** The page's end of trainer-protocol.ts. The worker starts with the first message, so a figure that nobody uses costs nothing. */
import { EngineError, needsNewWorker } from './engine-error.ts';
import type { FromTrainer, ToTrainer } from './trainer-protocol.ts';

/** The part of a `Worker` used here, so that a test can stand a session in its place. */
export interface TrainerWorker {
  postMessage(message: ToTrainer): void;
  onmessage: ((event: MessageEvent<FromTrainer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface Trainer {
  send(message: ToTrainer): void;
  dispose(): void;
}

const startTrainingWorker = (): TrainerWorker =>
  new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' });

/** After a failure of the worker itself, the next message starts a new one. */
export function createTrainer(
  onMessage: (message: FromTrainer) => void,
  startWorker: () => TrainerWorker = startTrainingWorker,
): Trainer {
  let worker: TrainerWorker | undefined;

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  function fail({ code, message }: EngineError): void {
    end();
    onMessage({ type: 'failed', code, message });
  }

  function start(): TrainerWorker {
    const started = startWorker();
    started.onmessage = ({ data }) => {
      if (data.type === 'failed' && needsNewWorker(data.code)) end();
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
}

/** Without a text, the worker's program could not be loaded. */
const workerError = (text: string | undefined): EngineError =>
  text
    ? new EngineError('internal', `Training stopped (${text}). Start again; the last seconds may be kept.`)
    : new EngineError('network', 'The trainer could not be loaded. Check the connection and try again.');
