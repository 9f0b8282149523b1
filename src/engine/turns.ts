/** Jobs one after the other, so that no two use the runtime at once. */

export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = last.then(nextTask).then(job);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Lets the messages that already wait be heard, so that a request aborted by one of them does not run. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
