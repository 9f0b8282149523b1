/**
 * What folders and files of checkpoints are called. An id is also the name of its folder (checkpoint-id.ts). Plain names, so that a page that
 * asks for a picture loads no schema.
 */

/** Where the trainer writes what the site serves. */
export const modelsFolder = 'public/models';

/** The list of checkpoints in the models folder, and what was measured on runs without weights: run-records.ts. */
export const indexFile = 'index.json';
export const runRecordsFile = 'runs.jsonl';

/** File names inside a checkpoint folder; the one place that spells them. */
export const checkpointFiles = {
  manifest: 'manifest.json',
  weights: 'weights.safetensors',
  /** Of a model with an encoder: that half alone, whose other half is in the weights. */
  encoder: 'encoder.safetensors',
  codes: 'codes.safetensors',
  history: 'history.json',
  golden: 'golden.safetensors',
  /** The picture of every epoch, see previews.ts; not in every checkpoint. */
  epochs: 'epochs.png',
  metrics: 'metrics.json',
} as const;

/** The folder of the map of a run's content codes, beside that of the run, and its one file: code-map.ts. */
export const codeMapFolder = (id: string): string => `map-${id}`;
export const codeMapFile = 'codes-map.safetensors';

/** The generator and the first codes as they were after an earlier epoch; not in every checkpoint. */
export const snapshotFiles = (epoch: number) => ({
  weights: `epoch${epoch}-weights.safetensors`,
  codes: `epoch${epoch}-codes.safetensors`,
});

/** The pictures a figure shows before its model runs, in the order they are made. */
export const previewKinds = ['reconstructions', 'transfers', 'samples', 'interpolation'] as const;
export type PreviewKind = (typeof previewKinds)[number];

export const previewFile = (kind: PreviewKind): string => `preview-${kind}.png`;
