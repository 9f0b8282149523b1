/** How failures become the `EngineError`s of engine-error.ts. */
import { ContractError } from '../contract/parse.ts';
import { EngineError } from './engine-error.ts';

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whatever was thrown, as an error a figure can show. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof ContractError) return new EngineError('contract', error.message);
  return new EngineError('internal', `The engine failed (${reasonOf(error)}). Reload the page.`);
}

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
