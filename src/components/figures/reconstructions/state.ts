/** State of the reconstructions figure, and the codes of its pictures. */
import type { Checkpoint } from '../../../engine/api.ts';
import { reconstructions, type CodeBatch } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { choice, flag, wholeNumber, type Fields } from '../shell/state/fields.ts';
import { imageSources, rowOfImages, type ImageSource } from '../shell/state/images.ts';
import { seedLimit } from '../shell/state/seeds.ts';

interface ReconstructionsState extends CheckpointState {
  /** All noise levels as rows. */
  readonly all: boolean;
  readonly from: ImageSource;
  readonly seed: number;
}

export const reconstructionsFields = (facts: FigureFacts): Fields<ReconstructionsState> => ({
  ...checkpointFields(facts),
  all: flag(false),
  from: choice(imageSources, 'each'),
  seed: wholeNumber(seedLimit, 0),
});

export type RowArgs = Pick<ReconstructionsState, 'from' | 'seed'>;

export const numRowImages = 10;

/** Whether the previews show these images. */
export const isPreviewRow = ({ from, seed }: RowArgs): boolean => from === 'each' && seed === 0;

export const imagesOfRow = (checkpoint: Checkpoint, args: RowArgs): number[] =>
  rowOfImages(checkpoint.manifest.dataset.labels, { ...args, count: numRowImages });

export const rowCodes = (checkpoint: Checkpoint, args: RowArgs): CodeBatch =>
  reconstructions(checkpoint, imagesOfRow(checkpoint, args));
