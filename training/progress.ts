/**
 * Progress of many runs: on a terminal one live line a model and a total; elsewhere plain lines, one every ten epochs. Says
 * what happens, decides nothing.
 */
import { createLogUpdate } from 'log-update';
import type { Job, WorkerMessage } from './pool/messages.ts';

export interface Progress {
  report(job: Job, event: WorkerMessage): void;
  /** Last words: how many were trained and failed, and how long it took. */
  finish(): void;
}

function seconds(ms: number): string {
  const total = Math.round(ms / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}

export function createProgress(jobs: readonly Job[], stream: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  const events = new Map<Job, WorkerMessage>();
  const losses = new Map<Job, number>();
  const live = stream.isTTY ? createLogUpdate(stream) : undefined;
  const width = Math.max(...jobs.map(({ recipe }) => recipe.id.length));
  const ended = (type: 'done' | 'failed') =>
    [...events.values()].filter((event) => event.type === type).length;

  const line = (job: Job): string => {
    const event = events.get(job);
    const name = job.recipe.id.padEnd(width);
    if (!event) return `${name}  waiting`;
    if (event.type === 'done') return `${name}  done, loss ${losses.get(job)?.toFixed(4) ?? '?'}`;
    if (event.type === 'failed') return `${name}  failed: ${event.message}`;
    const { epoch, numEpochs, loss, stepMs } = event.report;
    const stepsLeft =
      (numEpochs - epoch) * Math.ceil(job.recipe.dataset.numImages / job.recipe.training.batchSize);
    const filled = Math.round((epoch / numEpochs) * 20);
    return (
      `${name}  ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} epoch ${String(epoch).padStart(String(numEpochs).length)}/${numEpochs}` +
      `  loss ${loss.toFixed(4)}  ${stepMs.toFixed(1)} ms/step  ${seconds(stepsLeft * stepMs)} left`
    );
  };
  const total = (): string => {
    const epochs = jobs.reduce((sum, { recipe }) => sum + recipe.training.numEpochs, 0);
    const share = [...events].map(([{ recipe }, event]) =>
      event.type === 'epoch' ? event.report.epoch : recipe.training.numEpochs,
    );
    const done = share.reduce((sum, value) => sum + value, 0) / epochs;
    const spent = performance.now() - started;
    const left = done > 0 && done < 1 ? `, about ${seconds((spent * (1 - done)) / done)} left` : '';
    const failed = ended('failed') > 0 ? `, ${ended('failed')} failed` : '';
    return `${ended('done')} of ${jobs.length} trained${failed}, ${Math.round(done * 100)} %, ${seconds(spent)} so far${left}`;
  };

  return {
    report(job, event) {
      events.set(job, event);
      if (event.type === 'epoch') losses.set(job, event.report.loss);
      if (live) live([...jobs.map(line), total()].join('\n'));
      else if (event.type !== 'epoch' || event.report.epoch % 10 === 0) stream.write(`${line(job)}\n`);
    },
    finish() {
      live?.done();
      const failed = ended('failed') > 0 ? `, ${ended('failed')} failed` : '';
      stream.write(
        `Trained ${ended('done')} of ${jobs.length}${failed} in ${seconds(performance.now() - started)}.\n`,
      );
    },
  };
}
