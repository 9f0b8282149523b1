/** What can go wrong with MNIST's files, as one error with a code; the message says what to do. */
export type MnistErrorCode =
  /** Not on disk, and downloading was not allowed. */
  | 'missing'
  /** No mirror gave an answer that could be used. */
  | 'unreachable'
  /** A folder, or a file that may not be read. */
  | 'unreadable'
  /** The download could not be stored. */
  | 'unwritable'
  | 'damaged-gzip'
  | 'truncated'
  | 'too-long'
  | 'wrong-magic'
  /** The right kind of file, with other counts than MNIST's. */
  | 'wrong-header'
  /** The right shape, with other content than MNIST's. */
  | 'wrong-hash';

export class MnistError extends Error {
  override readonly name = 'MnistError';
  readonly code: MnistErrorCode;
  constructor(code: MnistErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
