/** The columns that a table of measurements can have. Not here: the manifests that they read (build/manifests.ts). */
import type { Manifest } from '../../contract/manifest.ts';

interface MeasuredColumn {
  readonly heading: string;
  readonly digits: number;
  readonly value: (manifest: Manifest) => number;
}

/** Metrics of a checkpoint, and what follows from them by arithmetic. */
export const measuredColumns = {
  trainLoss: { heading: 'training', digits: 3, value: ({ metrics }) => metrics.trainLoss },
  /** The same sum of means over pixels as the training loss. */
  evalLoss: { heading: 'without noise', digits: 3, value: ({ metrics }) => metrics.evalL1 + metrics.evalL2 },
  contentCodeNorm: { heading: 'mean ‖c‖', digits: 2, value: ({ metrics }) => metrics.contentCodeNorm },
  noiseToCode: {
    heading: 'σ / rms(c)',
    digits: 2,
    value: ({ metrics, training }) => training.contentNoiseStd / metrics.contentCodeRms,
  },
  contentCodeRms: { heading: 'rms(c)', digits: 2, value: ({ metrics }) => metrics.contentCodeRms },
  diversity: { heading: 'diversity', digits: 3, value: ({ metrics }) => metrics.diversity },
} as const satisfies Record<string, MeasuredColumn>;

export type MeasuredColumnName = keyof typeof measuredColumns;
