/** Worker program that trains in the page: the trainer's own method of GLO (training/methods/glo), which nothing else of the site reaches. */
import { tfjsRuntime } from './adapters/start-tfjs.ts';
import { startRuntime } from './runtime.ts';
import type { FromTrainer, ToTrainer } from './trainer-protocol.ts';
import { loadLearnedImages } from './training/learned-images.ts';
import { createTrainingSession } from './training/session.ts';
import { workerClock } from './training/worker-clock.ts';

const { signal } = new AbortController(); // whoever gives up ends the worker
const post = (message: FromTrainer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

let started: Promise<void> | undefined;
const startOnce = (): Promise<void> =>
  (started ??= startRuntime(tfjsRuntime, signal, (progress) => post({ type: 'loading', progress })));

const receive = createTrainingSession({
  post,
  async prepare(input) {
    const [images] = await Promise.all([loadLearnedImages({ ...input, signal }), startOnce()]);
    return images;
  },
  ...workerClock,
});

self.onmessage = ({ data }: MessageEvent<ToTrainer>) => void receive(data);
