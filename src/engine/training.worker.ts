/** Worker program that trains in the page: the trainer's own method of GLO (training/methods/glo), which nothing else of the site reaches. */
import { tfjsRuntime } from './adapters/start-tfjs.ts';
import { startRuntime } from './runtime.ts';
import type { FromTrainer, ToTrainer } from './trainer-protocol.ts';
import { loadLearnedImages } from './training/learned-images.ts';
import { createTrainingSession } from './training/session.ts';

const { signal } = new AbortController(); // whoever gives up ends the worker
const post = (message: FromTrainer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

let started: Promise<void> | undefined;
const startOnce = (): Promise<void> =>
  (started ??= startRuntime(tfjsRuntime, signal, (progress) => post({ type: 'loading', progress })));

/** A timer of 0 ms is one of 4 when it follows another; a message is not. */
const { port1, port2 } = new MessageChannel();
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

const receive = createTrainingSession({
  post,
  async prepare(input) {
    const [images] = await Promise.all([loadLearnedImages({ ...input, signal }), startOnce()]);
    return images;
  },
  now: () => performance.now(),
  rest: (ms) => (ms === 0 ? nextTask() : new Promise((resolve) => setTimeout(resolve, ms))),
});

self.onmessage = ({ data }: MessageEvent<ToTrainer>) => void receive(data);
