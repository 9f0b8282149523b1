/** A worker thread: does the job it was started with, reports every epoch, ends with `done` or `failed`. */
import { parentPort, workerData } from 'node:worker_threads';
import { explainFileError, isDiskFull } from '../errors/file-errors.ts';
import { mapRun } from '../jobs/map-run.ts';
import { measureDataset } from '../jobs/measure-dataset.ts';
import { measureRun } from '../jobs/measure-run.ts';
import { trainRun } from '../jobs/train-run.ts';
import type { Job, WorkerMessage } from '../jobs/messages.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message);

async function run(job: Job): Promise<void> {
  if (job.kind === 'reference') {
    send({ type: 'measuring' });
    await measureDataset(job);
    return;
  }
  if (job.kind === 'map') {
    send({ type: 'measuring' });
    await mapRun(job);
    return;
  }
  if (job.trains) await trainRun(job, (report) => send({ type: 'epoch', report }));
  if (!job.measures) return;
  send({ type: 'measuring' });
  await measureRun(job);
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
