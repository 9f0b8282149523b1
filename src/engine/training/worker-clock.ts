/** The clock of a worker that trains. */
import type { Clock } from './player.ts';

/** A timer of 0 ms is one of 4 when it follows another; a message is not. */
const { port1, port2 } = new MessageChannel();
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

export const workerClock: Clock = {
  now: () => performance.now(),
  rest: (ms) => (ms === 0 ? nextTask() : new Promise((resolve) => setTimeout(resolve, ms))),
};
