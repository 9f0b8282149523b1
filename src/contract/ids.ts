/**
 * Checkpoint ids: `<method>-<dataset>-<what varies>`, for example `glo-mnist-exercise-sigma0.3`.
 * An id is also the folder name under `public/models`, so it holds nothing that a URL would escape.
 */
import { z } from 'zod';

export const checkpointIdSchema = z
  .string()
  .regex(
    /^[a-z]+-(?:mnist|strokes)(?:-[a-z0-9.]+)+$/,
    'a checkpoint id reads <method>-<dataset>-<what varies>, in lower case letters, digits and dots',
  );

/** File names inside a checkpoint folder; the one place that spells them. */
export const checkpointFiles = {
  manifest: 'manifest.json',
  weights: 'weights.safetensors',
  codes: 'codes.safetensors',
  onnx: 'generator.onnx',
  history: 'history.json',
  golden: 'golden.safetensors',
  /** The picture of every epoch, see previews.ts; not in every checkpoint. */
  epochs: 'epochs.png',
  metrics: 'metrics.json',
} as const;

/** The generator and the first codes as they were after an earlier epoch; not in every checkpoint. */
export const snapshotFiles = (epoch: number) => ({
  weights: `epoch${epoch}-weights.safetensors`,
  codes: `epoch${epoch}-codes.safetensors`,
});

/** The pictures a figure shows before its model runs, in the order they are made. */
export const previewKinds = ['reconstructions', 'transfers', 'samples', 'interpolation'] as const;
export type PreviewKind = (typeof previewKinds)[number];

export const previewFile = (kind: PreviewKind): string => `preview-${kind}.png`;
