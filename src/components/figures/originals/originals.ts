/**
 * The original images for the figures, at build time: found on this machine or downloaded, never in the repository. Without
 * them the build warns and goes on, and the figures say so. ORIGINALS=off builds without looking.
 */
import { loadIdx, MnistError } from '../../../../training/data/mnist.ts';
import { mnistFiles, type IdxFile } from '../../../../training/data/mnist/files.ts';

/** [60,000, 28 × 28], row-major, ink in 0..255. */
type Originals = Uint8Array;

/** A build waits for a silent network no longer than this. */
const silenceMs = 8000;

let loading: Promise<Originals | undefined> | undefined;
let loadingTest: Promise<Originals | undefined> | undefined;
let loadingLabels: Promise<Uint8Array | undefined> | undefined;

export const loadOriginals = (): Promise<Originals | undefined> =>
  (loading ??= load(mnistFiles.train.images));

/** [60,000], the digits; undefined where the images are. */
export const loadLabels = (): Promise<Uint8Array | undefined> =>
  (loadingLabels ??= load(mnistFiles.train.labels));

/** [10,000, 28 × 28], which no model learned. */
export const loadTestImages = (): Promise<Originals | undefined> =>
  (loadingTest ??= load(mnistFiles.test.images));

async function load(file: IdxFile): Promise<Uint8Array | undefined> {
  if (process.env['ORIGINALS'] === 'off') return undefined;
  try {
    const { values } = await loadIdx(file, {
      connectTimeoutMs: silenceMs,
      stallTimeoutMs: silenceMs,
      numRounds: 1,
    });
    return values;
  } catch (error) {
    if (!(error instanceof MnistError)) throw error;
    console.warn(`The figures are built without the original images.\n${error.message}`);
    return undefined;
  }
}
