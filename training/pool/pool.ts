/**
 * Trains many recipes at once, one worker thread a model, because the wasm backend uses one core. The order in which runs
 * finish decides nothing: each writes its own folder.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, WorkerMessage } from './messages.ts';

interface PoolOptions {
  /** Worker threads; all cores unless said. */
  readonly numWorkers?: number | undefined;
  readonly onEvent: (job: Job, event: WorkerMessage) => void;
  /** Stops all workers at once; what is finished stays, what is not leaves nothing. */
  readonly signal?: AbortSignal;
}

/** Resolves when every job has ended, well or not; `onEvent` says which. */
export async function runJobs(
  jobs: readonly Job[],
  { numWorkers, onEvent, signal }: PoolOptions,
): Promise<void> {
  const queue = [...jobs];
  const count = Math.min(numWorkers ?? availableParallelism(), jobs.length);
  const lanes = Array.from({ length: count }, async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const stop = () => void worker.terminate();
    signal?.addEventListener('abort', stop);
    try {
      for (let job = queue.shift(); job && !signal?.aborted; job = queue.shift()) {
        onEvent(job, await runJob(worker, job, onEvent));
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      await worker.terminate();
    }
  });
  await Promise.all(lanes);
}

/** The job's last event. A worker that dies fails its job. */
async function runJob(worker: Worker, job: Job, onEvent: PoolOptions['onEvent']): Promise<WorkerMessage> {
  const { promise, resolve } = Promise.withResolvers<WorkerMessage>();
  const onMessage = (message: WorkerMessage) => {
    if (message.type === 'epoch') onEvent(job, message);
    else resolve(message);
  };
  const onError = (error: unknown) => resolve({ type: 'failed', message: String(error) });
  const onExit = (code: number) =>
    resolve({ type: 'failed', message: `its worker stopped with code ${code}` });
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.postMessage(job);
  try {
    return await promise;
  } finally {
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}
