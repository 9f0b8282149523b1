/** The pictures that a model shows of itself: the codes they are drawn from, and how they lie in the picture made at training time. Pure. */
import type { Checkpoint } from '../../../engine/api.ts';
import { samplesPreview } from '../../../contract/previews.ts';
import { sampleCodes, sampleGrid } from '../../../networks/gan/codes.ts';
import { samples, type CodeBatch } from '../../../networks/generator/codes.ts';
import { codesOfBoth, numClasses } from '../encoders/codes.ts';
import type { EncoderCheckpoint } from '../encoders/models.ts';
import type { AxisFamily } from './models.ts';

export interface SheetArgs {
  readonly seed: number;
}

export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  /** Its rows in order, in equal parts, by where they are drawn from. */
  readonly parts: readonly string[];
}

const encoded: Sheet = {
  rows: 2,
  columns: numClasses,
  parts: ['drawn from N(0, I)', 'drawn from the Gaussian fitted to the codes'],
};

const played: Sheet = { ...sampleGrid, parts: ['drawn from N(0, I)'] };

export const sheets: Readonly<Record<AxisFamily, Sheet>> = {
  autoencoder: encoded,
  gan: played,
  glo: {
    rows: numClasses,
    columns: samplesPreview.perClass,
    parts: ['one class a row, contents drawn from the Gaussian fitted to their codes'],
  },
  vae: encoded,
};

const classes = Array.from({ length: numClasses }, (_, digit) => digit);

export const gloSheet = (checkpoint: Checkpoint<'glo'>, { seed }: SheetArgs): CodeBatch =>
  samples(checkpoint, { ...samplesPreview, classes, seed });

export const encoderSheet = (checkpoint: EncoderCheckpoint, { seed }: SheetArgs): Float32Array =>
  codesOfBoth(checkpoint, { seed, count: encoded.columns });

export const ganSheet = ({ manifest }: Checkpoint<'gan'>, { seed }: SheetArgs): Float32Array =>
  sampleCodes(manifest.model.codeDim, { seed });
