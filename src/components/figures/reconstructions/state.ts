/** State of the reconstructions figure, and the codes of its pictures. */
import type { Checkpoint } from '../../../engine/api.ts';
import { reconstructions, type CodeBatch } from '../../../networks/generator/codes.ts';
import { checkpointFields, type CheckpointState } from '../shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { flag, type Fields } from '../shell/state/fields.ts';
import { imageRowFields, imagesOfRow, type ImageRow } from '../shell/state/image-row.ts';
import type { Picture } from '../shell/state/picture-stream.ts';

interface ReconstructionsState extends CheckpointState, ImageRow {
  /** All noise levels as rows. */
  readonly all: boolean;
}

export const reconstructionsFields = (facts: FigureFacts): Fields<ReconstructionsState> => ({
  ...checkpointFields(facts),
  all: flag(false),
  ...imageRowFields,
});

export const rowCodes = (checkpoint: Checkpoint<'glo'>, row: ImageRow): CodeBatch =>
  reconstructions(checkpoint, imagesOfRow(checkpoint.manifest.dataset.labels, row));

/** The images of a picture on screen, which the reader may have left behind. */
export const imagesOfPicture = ({ checkpoint, request }: Picture<ImageRow>): number[] =>
  imagesOfRow(checkpoint.manifest.dataset.labels, request.args);
