/** The pictures of one model in the row of its loss: made at training time for the first images, drawn here for all others. */
import { previewFile } from '../../../contract/ids.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReaderActs } from '../shell/hooks/use-reader-acts.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { classOf } from '../shell/state/images.ts';
import { missedBy, rowText } from '../shell/state/readings.ts';
import { lossTexts } from './loss-texts.ts';
import { lossRowCodes, previewRowOf, type LossesFacts, type LossRowArgs } from './state.ts';

interface LossRowProps {
  readonly run: LossesFacts['runs'][number];
  readonly args: LossRowArgs;
  readonly facts: LossesFacts;
  /** The pictures made at training time show these images. */
  readonly isPreview: boolean;
  readonly active: boolean;
}

export function LossRow({ run, args, facts, isPreview, active }: LossRowProps) {
  const { modelsUrl, judge, labels } = facts;
  const acted = useReaderActs();
  const { picture, state, error, progress, retry } = usePicture({
    id: run.id,
    args,
    makeBatch: lossRowCodes,
    // Pictures made at training time are drawn again for the judge, when there is a reader.
    active: active && (!isPreview || (judge !== undefined && acted)),
  });
  const readings = useReadings({ picture, state }, judge);
  const drawnClass = (column: number): number =>
    args.drawn === 'own' ? classOf(labels, args.images[column]) : args.drawn;
  const { drawn, images } = args;
  const what = drawn === 'own' ? 'Reconstructions' : `Transfers to class ${drawn}`;
  const label = `${what} of the images ${images.join(', ')}, trained on ${lossTexts[run.loss]}`;
  const { file, rows, row } = previewRowOf(drawn);
  return (
    <div className="loss-row" data-state={isPreview ? 'ready' : state}>
      <p className="loss-label">
        <strong>{lossTexts[run.loss]}</strong>
        <small role="status">
          {!isPreview && error
            ? `not loaded: ${error.message}`
            : !isPreview && progress
              ? 'loading the model'
              : run.remark}
        </small>
        {!isPreview && error && (
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        )}
      </p>
      {!picture || (isPreview && state !== 'ready') ? (
        <div className="loss-strip">
          <SpriteCell
            url={`${modelsUrl}${run.id}/${previewFile(file)}`}
            rows={rows}
            columns={1}
            row={row}
            column={0}
            label={isPreview ? label : 'Loading'}
          />
        </div>
      ) : (
        <DigitGrid
          rows={1}
          columns={images.length}
          cellSize={28}
          label={readings.now ? `${label}: ${rowText(readings.now)}` : label}
          ink={picture.ink}
          isMissed={missedBy(readings.now, drawnClass)}
        />
      )}
    </div>
  );
}
