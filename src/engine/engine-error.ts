/** What a figure gets to see when the engine fails. How other failures become one of these: errors.ts. */
export type EngineErrorCode =
  | 'checkpoint-missing'
  | 'wrong-hash'
  | 'contract'
  | 'no-webassembly'
  | 'no-memory'
  | 'network'
  | 'aborted'
  | 'internal';

/** A runtime starts once in a worker: where it did not, trying again takes another. */
export const needsNewWorker = (code: EngineErrorCode): boolean =>
  code === 'no-webassembly' || code === 'no-memory';

/** Every failure a figure can meet. `message` says what was wrong and what to do, ready to be shown. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Of whatever an engine's promise was rejected with, in the page. */
export const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError ? error : new EngineError('internal', String(error));
