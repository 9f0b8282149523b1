/** One noise level's reconstructions of a row of images. */
import { DigitGrid } from '../controls/DigitGrid.tsx';
import { useLoadedImage } from './hooks/use-loaded-image.ts';
import { usePicture } from './hooks/use-picture.ts';
import type { CheckpointChoice, FigureFacts } from './state/checkpoints.ts';
import type { Picture } from './state/picture-stream.ts';
import { imagesOfRow, rowCodes, type RowArgs } from './state/reconstructions.ts';

interface ReconstructionRowProps {
  readonly facts: FigureFacts;
  readonly choice: CheckpointChoice;
  readonly images: readonly number[];
  readonly picture: Picture<RowArgs> | undefined;
  readonly current?: boolean;
}

export function ReconstructionRow({ facts, choice, images, picture, current }: ReconstructionRowProps) {
  const preview = useLoadedImage(`${facts.modelsUrl}${choice.id}/${facts.previewFile}`);
  const sigma = choice.contentNoiseStd;
  const l1 = picture?.checkpoint.manifest.metrics.evalL1;
  return (
    <div className="picture-row" aria-current={current}>
      <span className="row-label">
        <span>
          <var>σ</var> = {sigma}
        </span>
        <small>{l1 === undefined ? '\u00a0' : `L1 ${l1.toFixed(3)}`}</small>
      </span>
      <DigitGrid
        rows={1}
        columns={images.length}
        cellSize={28}
        label={`Reconstructions at σ ${sigma} of the images ${images.join(', ')}`}
        ink={picture?.ink}
        preview={preview}
      />
    </div>
  );
}

interface LiveReconstructionRowProps extends Pick<ReconstructionRowProps, 'facts' | 'choice' | 'current'> {
  readonly args: RowArgs;
  readonly active: boolean;
}

export function LiveReconstructionRow({ args, active, ...row }: LiveReconstructionRowProps) {
  const { picture, error } = usePicture({ id: row.choice.id, args, makeBatch: rowCodes, active });
  const images = picture ? imagesOfRow(picture.checkpoint, picture.request.args) : row.facts.previewImages;
  return (
    <>
      <ReconstructionRow {...row} images={images} picture={picture} />
      {error && <p className="row-error">{error.message}</p>}
    </>
  );
}
