/** Jobs one after the other, so that no two use the runtime at once; aborted ones are dropped before they run. */
import { throwIfAborted } from './aborted.ts';

export type InTurn = <T>(signal: AbortSignal | undefined, job: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, job) => {
    const done = last.then(async () => {
      throwIfAborted(signal);
      await nextTask();
      throwIfAborted(signal);
      return job();
    });
    last = done.catch(() => undefined);
    return done;
  };
}

/** Lets the messages that already wait be heard: one of them may abort the job. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
