/**
 * One file from the mirrors into data/mnist. Tries every mirror in turn, several rounds; a broken transfer goes on where
 * it stopped, on another mirror too if that has the same ETag. The file appears only when it is whole and checked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MnistError } from './errors.ts';
import type { IdxFile } from './files.ts';
import { downloadDirectory } from './find.ts';
import { decodeIdx, idxByteLength, isGzip } from './idx.ts';
import { createProgress, type Progress } from './progress.ts';
import { continueTransfer, emptyTransfer, TransferFailure } from './transfer.ts';
import { writeAside } from './write-aside.ts';

export const mnistMirrors: readonly string[] = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];

export interface DownloadOptions {
  /** The project's folder. */
  readonly root?: string;
  /** Addresses that end with a slash. */
  readonly mirrors?: readonly string[];
  /** Without a byte of the file from any mirror for so long, it gives up. */
  readonly connectTimeoutMs?: number;
  /** A mirror that stops sending for so long is left. */
  readonly stallTimeoutMs?: number;
  readonly numRounds?: number;
  /** Before the second round; doubles for each further one. */
  readonly retryDelayMs?: number;
  readonly progress?: Progress;
}

/** The file's values, which are then also in data/mnist. @throws MnistError */
export async function downloadIdx(file: IdxFile, options: DownloadOptions = {}): Promise<Uint8Array> {
  const {
    root = process.cwd(),
    mirrors = mnistMirrors,
    connectTimeoutMs = 30_000,
    stallTimeoutMs = 30_000,
    numRounds = 3,
    retryDelayMs = 1000,
    progress = createProgress(process.stderr),
  } = options;
  const fileName = `${file.name}.gz`;
  const failures = new Map<string, TransferFailure | MnistError>();
  let transfer = emptyTransfer();
  let lastHeard = performance.now();
  const leftMs = () => connectTimeoutMs - (performance.now() - lastHeard);

  for (let round = 0; round < numRounds; round++) {
    const delayMs = round === 0 ? 0 : retryDelayMs * 2 ** (round - 1);
    if (delayMs >= leftMs()) break;
    await sleep(delayMs);
    for (const [i, mirror] of mirrors.entries()) {
      if (leftMs() <= 0) break;
      progress.line(`${transfer.numBytes > 0 ? 'Going on with' : 'Getting'} ${fileName} from ${mirror}`);
      try {
        await continueTransfer(transfer, mirror + fileName, {
          // Mirrors that have not had their turn get their share of what is left.
          connectTimeoutMs: leftMs() / (mirrors.length - i),
          stallTimeoutMs,
          maxBytes: 2 * idxByteLength(file),
          onBytes(receivedBytes, totalBytes) {
            lastHeard = performance.now();
            progress.bytes(fileName, receivedBytes, totalBytes);
          },
        });
        const bytes = Buffer.concat(transfer.chunks);
        transfer = emptyTransfer();
        const values = await decodeIdx(bytes, file);
        await writeAside(root, downloadDirectory, isGzip(bytes) ? fileName : file.name, bytes);
        progress.line(`${fileName} is in ${downloadDirectory}, checked.`);
        return values;
      } catch (error) {
        if (!isFailureOfMirror(error)) throw error;
        failures.set(mirror, error);
        progress.line(`  ${mirror}: ${error.message}`);
      }
    }
  }
  throw explain(fileName, mirrors, failures);
}

const isFailureOfMirror = (error: unknown): error is TransferFailure | MnistError =>
  error instanceof TransferFailure || (error instanceof MnistError && error.code !== 'unwritable');

/** A mirror that gave a whole but wrong file says more than one that gave none. */
function explain(
  fileName: string,
  mirrors: readonly string[],
  failures: ReadonlyMap<string, TransferFailure | MnistError>,
): MnistError {
  const wrongFile = [...failures.values()].find((failure) => failure instanceof MnistError);
  const reasons = mirrors.map((mirror) => `  ${mirror}: ${failures.get(mirror)?.message ?? 'not tried'}`);
  return new MnistError(
    wrongFile?.code ?? 'unreachable',
    `${fileName} could not be downloaded.\n${reasons.join('\n')}\n` +
      `Check the network and run npm run data again, or put MNIST's four files into ${downloadDirectory} by hand (DATA.md).`,
  );
}
