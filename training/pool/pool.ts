/**
 * Trains many recipes at once, one worker thread a model, because the wasm backend uses one core. The order in which runs
 * finish decides nothing: each writes its own folder.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, WorkerMessage } from '../jobs/messages.ts';

interface PoolOptions {
  /** Worker threads; all cores unless said. */
  readonly numWorkers?: number | undefined;
  readonly onEvent: (job: Job, event: WorkerMessage) => void;
  /** Stops all workers at once; what is finished stays, what is not leaves nothing. */
  readonly signal?: AbortSignal;
}

/** Resolves when every job has ended, well or not; `onEvent` says which. After a failure that ends all, what waits is not begun. */
export async function runJobs(
  jobs: readonly Job[],
  { numWorkers, onEvent, signal }: PoolOptions,
): Promise<void> {
  const queue = [...jobs];
  const lane = async (): Promise<void> => {
    for (let job = queue.shift(); job && !signal?.aborted; job = queue.shift()) {
      const end = await runJob(job, onEvent, signal);
      if (end.type === 'failed' && end.endsAll) queue.length = 0;
      onEvent(job, end);
    }
  };
  await Promise.all(Array.from({ length: numWorkers ?? availableParallelism() }, lane));
}

/** The job's last event. A worker that dies fails its job, and no other. */
async function runJob(
  job: Job,
  onEvent: PoolOptions['onEvent'],
  signal?: AbortSignal,
): Promise<WorkerMessage> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise((resolve) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'epoch' || message.type === 'measuring') onEvent(job, message);
        else resolve(message);
      });
      worker.on('error', (error) => resolve({ type: 'failed', message: String(error) }));
      worker.on('exit', (code) =>
        resolve({ type: 'failed', message: `its worker stopped with code ${code}` }),
      );
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
