/** What a table of measurements is made of: the manifests of all checkpoints, and columns to choose from. Build time only. */
import { readFileSync } from 'node:fs';
import { parseCheckpointIndex } from '../../contract/checkpoint-index.ts';
import { checkpointFiles } from '../../contract/ids.ts';
import { parseManifest, type Manifest } from '../../contract/manifest.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Of the MNIST checkpoints, by recipe and then by σ, as the index lists them. */
export function readManifests(modelsDir = 'public/models'): readonly Manifest[] {
  const index = `${modelsDir}/index.json`;
  return parseCheckpointIndex(readJson(index), index)
    .checkpoints.filter(({ dataset }) => dataset === 'mnist')
    .map(({ id }) => {
      const path = `${modelsDir}/${id}/${checkpointFiles.manifest}`;
      return parseManifest(readJson(path), path);
    });
}

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
