/** State of the figure that holds the losses side by side, and the codes of its pictures. */
import type { LossName } from '../../../contract/families/glo.ts';
import type { Checkpoint } from '../../../engine/api.ts';
import { reconstructions, transfers, type CodeBatch } from '../../../networks/generator/codes.ts';
import { choice, type Fields } from '../shell/state/fields.ts';
import { imageRowFields, type ImageRow } from '../shell/state/image-row.ts';
import type { Labels } from '../shell/state/images.ts';

/** The class that all contents are drawn in; `own`: each image's own, which is its reconstruction. */
export const drawnClasses = ['own', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type DrawnClass = (typeof drawnClasses)[number];

export interface LossesState extends ImageRow {
  readonly drawn: DrawnClass;
}

export const lossesFields: Fields<LossesState> = {
  drawn: choice(drawnClasses, 'own'),
  ...imageRowFields,
};

/** Props of the figure, made at build time. */
export interface LossesFacts {
  readonly runs: readonly {
    readonly id: string;
    readonly loss: LossName;
    /** What stands beside the name of the loss: measured on all training images. */
    readonly remark: string;
  }[];
  readonly sigma: number;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
  readonly originalsUrl: string | undefined;
  readonly judge: { readonly id: string; readonly accuracy: number } | undefined;
  /** Of the training images, in order. */
  readonly labels: Labels;
}

export interface LossRowArgs {
  readonly images: readonly number[];
  readonly drawn: DrawnClass;
}

export const lossRowCodes = (checkpoint: Checkpoint<'glo'>, { images, drawn }: LossRowArgs): CodeBatch =>
  drawn === 'own'
    ? reconstructions(checkpoint, images)
    : transfers(checkpoint, { contents: images, classes: [drawn] });

/** Where the pictures made at training time have the first image of each class drawn so. */
export const previewRowOf = (
  drawn: DrawnClass,
): { file: 'reconstructions' | 'transfers'; rows: number; row: number } =>
  drawn === 'own'
    ? { file: 'reconstructions', rows: 1, row: 0 }
    : { file: 'transfers', rows: drawnClasses.length - 1, row: drawn };
