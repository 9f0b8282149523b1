/** How much of the repository models may take: so much a shipped checkpoint by family, so much a measured run, and no more in all. */
import type { Family } from '../../src/contract/manifest.ts';

interface Budget {
  /** Its whole folder: weights, codes, golden cases, pictures, the epochs that it keeps. */
  readonly checkpoint: Readonly<Record<Family, number>>;
  /** What a run without weights adds to records, sheets and shown pictures, on average. */
  readonly measuredRun: number;
  readonly all: number;
}

export const mostBytes: Budget = {
  checkpoint: {
    amortized: 330_000,
    autoencoder: 1_900_000,
    classifier: 300_000,
    gan: 1_000_000,
    glo: 1_400_000,
    vae: 1_500_000,
  },
  measuredRun: 20_000,
  /** With 0.2 MB of maps of codes. */
  all: 45_000_000,
};

export const mostFiles = 1100;

/**
 * Of the decoder of a model with an encoder, and of its codes: what a figure loads before it is live. A stack's is larger, where eight bits
 * would show; it is the last row of figures whose first rows are small.
 */
export const mostDecoderBytes = { one: 700_000, stacked: 1_100_000 };
