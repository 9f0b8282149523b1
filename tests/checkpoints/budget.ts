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
  checkpoint: { autoencoder: 2_300_000, classifier: 300_000, glo: 1_400_000, vae: 1_900_000 },
  measuredRun: 20_000,
  all: 21_500_000,
};

export const mostFiles = 700;
