/**
 * Progress of many runs: on a terminal one live line a model and a total; elsewhere plain lines, one every ten epochs. Says
 * what happens, decides nothing.
 */
import { createLogUpdate } from 'log-update';
import type { Job, WorkerMessage } from '../jobs/messages.ts';

export interface Progress {
  report(job: Job, event: WorkerMessage): void;
  /** Last words: how many are done and failed, and how long it took. */
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
  const width = Math.max(...jobs.map(({ id }) => id.length));
  const ended = (type: 'done' | 'failed') =>
    [...events.values()].filter((event) => event.type === type).length;

  const line = (job: Job): string => {
    const event = events.get(job);
    const name = job.id.padEnd(width);
    if (!event) return `${name}  waiting`;
    if (event.type === 'done') {
      const loss = losses.get(job);
      return `${name}  done${loss === undefined ? '' : `, loss ${loss.toFixed(4)}`}`;
    }
    if (event.type === 'measuring') return `${name}  measuring`;
    if (event.type === 'failed') return `${name}  failed: ${event.message}`;
    const { epoch, numEpochs, loss, stepMs } = event.report;
    const stepsLeft = (1 - epoch / numEpochs) * job.numSteps;
    const filled = Math.round((epoch / numEpochs) * 20);
    return (
      `${name}  ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} epoch ${String(epoch).padStart(String(numEpochs).length)}/${numEpochs}` +
      `  loss ${loss.toFixed(4)}  ${stepMs.toFixed(1)} ms/step  ${seconds(stepsLeft * stepMs)} left`
    );
  };
  const total = (): string => {
    const steps = jobs.reduce((sum, { numSteps }) => sum + numSteps, 0);
    const share = [...events].map(([{ numSteps }, event]) =>
      event.type === 'epoch' ? (event.report.epoch / event.report.numEpochs) * numSteps : numSteps,
    );
    const done = share.reduce((sum, value) => sum + value, 0) / steps;
    const spent = performance.now() - started;
    const left = done > 0 && done < 1 ? `, about ${seconds((spent * (1 - done)) / done)} left` : '';
    const failed = ended('failed') > 0 ? `, ${ended('failed')} failed` : '';
    return `${ended('done')} of ${jobs.length} done${failed}, ${Math.round(done * 100)} %, ${seconds(spent)} so far${left}`;
  };

  /** All when they fit a screen, otherwise what runs, failed, or ended last. */
  const visible = (): readonly Job[] => {
    const rows = (stream.isTTY ? stream.rows : jobs.length + 2) - 2;
    if (jobs.length <= rows) return jobs;
    const failed = jobs.filter((job) => events.get(job)?.type === 'failed');
    const running = jobs.filter((job) => ['epoch', 'measuring'].includes(events.get(job)?.type ?? ''));
    const done = jobs.filter((job) => events.get(job)?.type === 'done');
    return [...done.slice(-3), ...failed, ...running].slice(-rows);
  };

  return {
    report(job, event) {
      events.set(job, event);
      if (event.type === 'epoch') losses.set(job, event.report.loss);
      if (live) live([...visible().map(line), total()].join('\n'));
      else if (event.type !== 'epoch' || event.report.epoch % 10 === 0) stream.write(`${line(job)}\n`);
    },
    finish() {
      live?.done();
      const failed = ended('failed') > 0 ? `, ${ended('failed')} failed` : '';
      stream.write(
        `Made ${ended('done')} of ${jobs.length}${failed} in ${seconds(performance.now() - started)}.\n`,
      );
    },
  };
}
