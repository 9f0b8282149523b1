/** One noise level's reconstructions of a row of images. */
import { SigmaText } from '../../controls/SigmaText.tsx';
import type { Reading } from '../../../engine/api.ts';
import type { OwnModel } from '../../../engine/own-models.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { usePicture, type LivePicture } from '../shell/hooks/use-picture.ts';
import { usePreview } from '../shell/hooks/use-preview.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import type { CheckpointChoice, FigureFacts } from '../shell/state/checkpoints.ts';
import { isPreviewRow, numRowImages, type ImageRow } from '../shell/state/image-row.ts';
import { classOf } from '../shell/state/images.ts';
import type { Picture } from '../shell/state/picture-stream.ts';
import { missedBy, rowText } from '../shell/state/readings.ts';
import { imagesOfPicture, rowCodes } from './state.ts';

/** L1 over all training images, by checkpoint id. */
export type ReconstructionErrors = Readonly<Partial<Record<string, number>>>;

interface ReconstructionRowProps {
  readonly choice: CheckpointChoice;
  /** The reader's own model that draws in its place. */
  readonly own?: OwnModel | undefined;
  readonly images: readonly number[];
  readonly picture: Picture<ImageRow> | undefined;
  /** Of each image; undefined until the judge has read them. */
  readonly readings: readonly Reading[] | undefined;
  readonly errors: ReconstructionErrors;
  /** Shown until there is a picture. */
  readonly preview: string | undefined;
  /** Among several rows, the one that the toggle names. */
  readonly current?: boolean;
  readonly failed?: boolean;
}

export function ReconstructionRow({
  choice,
  own,
  images,
  picture,
  readings,
  errors,
  preview,
  current,
  failed = false,
}: ReconstructionRowProps) {
  const sigma = choice.contentNoiseStd;
  const classOfImage = (column: number): number =>
    classOf(picture?.checkpoint.manifest.dataset.labels ?? '', images[column]);
  const l1 = own ? own.measured?.['reconstruction.l1'] : picture && errors[picture.request.id];
  const about = own ? `of your checkpoint ${own.name}` : `at σ ${sigma}`;
  return (
    <div className="picture-row" aria-current={current}>
      <span className="row-label">
        {own ? <span>yours</span> : <SigmaText sigma={sigma} />}
        <small>{failed ? 'not loaded' : l1 === undefined ? '\u00a0' : `L1 ${l1.toFixed(3)}`}</small>
      </span>
      <DigitGrid
        rows={1}
        columns={numRowImages}
        cellSize={28}
        label={`Reconstructions ${about} of the images ${images.join(', ')}${readings ? `: ${rowText(readings)}` : ''}`}
        ink={picture?.ink}
        preview={preview}
        isMissed={missedBy(readings, picture && classOfImage)}
      />
    </div>
  );
}

interface LiveReconstructionRowProps {
  readonly facts: FigureFacts;
  readonly choice: CheckpointChoice;
  readonly current: boolean;
  readonly args: ImageRow;
  readonly active: boolean;
  readonly errors: ReconstructionErrors;
  /** The figure's own picture: of the current row, or for a moment of the row that was current before. */
  readonly shared: LivePicture<ImageRow>;
}

/** A row that draws itself, unless the figure draws it. */
export function LiveReconstructionRow({
  facts,
  choice,
  current,
  args,
  active,
  errors,
  shared,
}: LiveReconstructionRowProps) {
  const own = usePicture({ id: choice.id, args, makeBatch: rowCodes, active: active && !current });
  const picture = shared.picture?.request.id === choice.id ? shared.picture : own.picture;
  const readings = useReadings(picture === own.picture ? own : shared, facts.judge);
  const { error } = current ? shared : own;
  const preview = usePreview(facts, choice);
  const images = picture ? imagesOfPicture(picture) : facts.previewImages;
  return (
    <ReconstructionRow
      choice={choice}
      images={images}
      picture={picture}
      readings={readings.now}
      errors={errors}
      preview={isPreviewRow(args) && preview.choice.id === choice.id ? preview.url : undefined}
      current={current}
      failed={error !== undefined}
    />
  );
}
