/**
 * One HTTP transfer that can be continued by another request, on the same server or on one that has the same ETag. Knows
 * nothing of MNIST, of retries, or of disks.
 */
export interface Transfer {
  chunks: Uint8Array[];
  numBytes: number;
  /** What a further request must match to go on from here. */
  etag: string | undefined;
}

export const emptyTransfer = (): Transfer => ({ chunks: [], numBytes: 0, etag: undefined });

/** The message says what the server did, without its address. */
export class TransferFailure extends Error {
  override readonly name = 'TransferFailure';
}

interface TransferLimits {
  readonly connectTimeoutMs: number;
  readonly stallTimeoutMs: number;
  readonly maxBytes: number;
  /** Called at every piece that arrives. */
  readonly onBytes: (receivedBytes: number, totalBytes: number | undefined) => void;
}

/** Resolves when the server has sent all; what came before a failure stays in `transfer`. @throws TransferFailure */
export async function continueTransfer(
  transfer: Transfer,
  url: string,
  { connectTimeoutMs, stallTimeoutMs, maxBytes, onBytes }: TransferLimits,
): Promise<void> {
  const abort = new AbortController();
  const abortAfter = (ms: number, reason: string) =>
    setTimeout(() => abort.abort(new TransferFailure(`${reason} for ${(ms / 1000).toFixed(1)} s`)), ms);
  let timer = abortAfter(connectTimeoutMs, 'no answer');
  try {
    // `identity`: the file is gzip already, and a length must count the bytes that arrive.
    const headers = { 'accept-encoding': 'identity', ...rangeHeaders(transfer) };
    const response = await fetch(url, { headers, signal: abort.signal });
    const totalBytes = beginBody(transfer, response);
    for await (const chunk of response.body ?? []) {
      clearTimeout(timer);
      transfer.chunks.push(chunk);
      transfer.numBytes += chunk.length;
      if (transfer.numBytes > maxBytes) throw tooMuch(transfer);
      onBytes(transfer.numBytes, totalBytes);
      timer = abortAfter(stallTimeoutMs, `silence after ${transfer.numBytes} bytes`);
    }
  } catch (error) {
    throw error instanceof TransferFailure ? error : brokenConnection(error, transfer);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

const rangeHeaders = ({ numBytes, etag }: Transfer): Record<string, string> =>
  numBytes > 0 && etag !== undefined ? { range: `bytes=${numBytes}-`, 'if-range': etag } : {};

/** Takes the answer's first line and headers; returns the bytes of the whole file, where they are told. */
function beginBody(transfer: Transfer, response: Response): number | undefined {
  const { status, headers } = response;
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '');
    if (Number(range?.[1]) === transfer.numBytes) return Number(range?.[2]);
    forget(transfer);
    throw new TransferFailure('it went on from another place than asked');
  }
  // 416: nothing after what has arrived, so what has arrived is something else.
  if (status === 200 || status === 416) forget(transfer);
  if (status !== 200) throw new TransferFailure(`HTTP ${status}`);
  const etag = headers.get('etag');
  transfer.etag = etag?.startsWith('"') ? etag : undefined;
  return Number(headers.get('content-length')) || undefined;
}

function forget(transfer: Transfer): void {
  Object.assign(transfer, emptyTransfer());
}

function tooMuch(transfer: Transfer): TransferFailure {
  const failure = new TransferFailure(`it sends more than the file has (${transfer.numBytes} bytes so far)`);
  forget(transfer);
  return failure;
}

/** `fetch` says "fetch failed" before an answer and "terminated" after; the reason is its cause. */
function brokenConnection(error: unknown, { numBytes }: Transfer): TransferFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const when = numBytes > 0 ? `the connection broke after ${numBytes} bytes` : 'no connection';
  return new TransferFailure(`${when} (${reasonOf(cause)})`, { cause: error });
}

/** A failure on several addresses of one name has a code and no message. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}
