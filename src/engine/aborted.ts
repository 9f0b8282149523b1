/** Requests that nobody waits for any more. Without the contract, so that a page's first scripts need not bring its parser. */
import { EngineError } from './engine-error.ts';

export const abortedError = (): EngineError =>
  new EngineError('aborted', 'The request was aborted: a newer one took its place, or its figure is gone.');

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortedError();
}

/** Settles as `promise` does, or rejects as soon as the signal fires. The work behind the promise goes on. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(abortedError());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const leave = (): void => signal.removeEventListener('abort', abort);
    promise.then(resolve, reject).finally(leave);
  });
}
