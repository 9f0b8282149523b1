/** A worker thread: trains the job it was started with, reports every epoch, ends with `done` or `failed`. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainCheckpoint } from '../train-checkpoint.ts';
import type { Job, WorkerMessage } from './messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);

trainCheckpoint(workerData as Job, (report) => send({ type: 'epoch', report })).then(
  () => send({ type: 'done' }),
  (error: unknown) =>
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
);
