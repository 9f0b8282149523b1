/** A worker thread: does the job it was started with, reports every epoch, ends with `done` or `failed`. */
import { parentPort, workerData } from 'node:worker_threads';
import { explainFileError, isDiskFull } from '../command-line/file-errors.ts';
import { measureDataset } from '../jobs/measure-dataset.ts';
import { measureCheckpoint } from '../jobs/measure-checkpoint.ts';
import { trainCheckpoint } from '../jobs/train-checkpoint.ts';
import { trainClassifier } from '../jobs/train-classifier.ts';
import type { Job, WorkerMessage } from './messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);

async function run(job: Job): Promise<void> {
  switch (job.kind) {
    case 'classifier':
      await trainClassifier(job, (report) => send({ type: 'epoch', report }));
      return;
    case 'reference':
      send({ type: 'measuring' });
      await measureDataset(job);
      return;
    case 'glo':
      if (job.trains) await trainCheckpoint(job, (report) => send({ type: 'epoch', report }));
      if (!job.measures) return;
      send({ type: 'measuring' });
      await measureCheckpoint(job);
  }
}

const job = workerData as Job;
run(job).then(
  () => send({ type: 'done' }),
  (error: unknown) =>
    send({
      type: 'failed',
      message: explainFileError(error, job.out) ?? (error instanceof Error ? error.message : String(error)),
      endsAll: isDiskFull(error),
    }),
);
