/** Ten training images above their reconstructions, at one noise level or at all of them. */
import { FigureShell } from '../shell/FigureShell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { ImageRowChoice } from '../shell/ImageRowChoice.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { shownImages } from '../shell/state/images.ts';
import { dotsMean } from '../shell/state/readings.ts';
import { LiveReconstructionRow, ReconstructionRow, type ReconstructionErrors } from './ReconstructionRow.tsx';
import { RowOfOriginals } from './RowOfOriginals.tsx';
import { imagesOfPicture, reconstructionsFields, rowCodes } from './state.ts';

interface ReconstructionsProps {
  readonly facts: FigureFacts;
  readonly errors: ReconstructionErrors;
}

export function ReconstructionsFigure({ facts, errors }: ReconstructionsProps) {
  const figure = useFigure('reconstructions', facts, reconstructionsFields);
  const { state, change, choice, model, preview, enabled, inView } = figure;
  const { from, seed } = state;
  /** The levels of noise are of the site's own models. */
  const all = state.all && !model.own;
  const { previewImages } = facts;
  const args = { from, seed };
  const live = usePicture({ id: model.id, args, makeBatch: rowCodes, active: inView });

  const { picture } = live;
  // Among several rows, each has its own read.
  const readings = useReadings(live, all ? undefined : facts.judge);
  const images = picture ? imagesOfPicture(picture) : previewImages;
  const shown = facts.checkpoints.find(({ id }) => id === picture?.request.id) ?? preview.choice;

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Reconstructions"
      side={
        <>
          <div className="side-row">
            <ImageRowChoice row={state} onChange={change} disabled={!enabled} />
          </div>
          <label className="check">
            <input
              type="checkbox"
              autoComplete="off"
              checked={all}
              disabled={!enabled || model.own !== undefined}
              onChange={(event) => change({ all: event.target.checked })}
            />
            Compare all <var>σ</var>
          </label>
        </>
      }
    >
      <RowOfOriginals
        images={shownImages(images, { checkpoint: picture?.checkpoint, previewImages })}
        originalsUrl={model.originalsUrl}
      />
      {all ? (
        facts.checkpoints
          .filter(({ preset }) => preset === choice.preset)
          .map((each) => (
            <LiveReconstructionRow
              key={each.id}
              facts={facts}
              choice={each}
              args={args}
              errors={errors}
              active={inView}
              current={each.id === choice.id}
              shared={live}
            />
          ))
      ) : (
        <ReconstructionRow
          choice={shown}
          own={picture?.request.id === model.id ? model.own : undefined}
          images={images}
          picture={picture}
          readings={readings.now}
          errors={errors}
          preview={preview.url}
        />
      )}
      <p className="remark">
        {`L1: mean absolute error of a pixel, over all ${model.own ? 'its' : facts.numImages} training images. ${facts.judge ? dotsMean : ''}`}
      </p>
    </FigureShell>
  );
}
