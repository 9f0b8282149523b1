/** A worker thread: takes jobs one after the other, reports every epoch, answers `done` or `failed`. */
import { parentPort } from 'node:worker_threads';
import { trainCheckpoint } from '../train-checkpoint.ts';
import type { Job, WorkerMessage } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread; see pool.ts.');
const send = (message: WorkerMessage) => port.postMessage(message);

port.on('message', (job: Job) => {
  trainCheckpoint(job, (report) => send({ type: 'epoch', report })).then(
    () => send({ type: 'done' }),
    (error: unknown) =>
      send({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
