/** One swap to begin with: an image, a class, and the image's handwriting turning into that class while one looks. */
import { useState } from 'react';
import { interpolation } from '../../../networks/generator/codes.ts';
import { aDigit } from '../../controls/digit-words.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { ModelChoice } from '../own-model/ModelChoice.tsx';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { Island } from '../shell/Island.tsx';
import { LiveStatus } from '../shell/LiveStatus.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { missedBy, withReading } from '../shell/state/readings.ts';
import { filmOptions, firstSwapFields, nextHand, numFrames } from './state.ts';
import { useFilm } from './use-film.ts';

export function FirstSwapFigure({ facts }: { readonly facts: FigureFacts }) {
  const figure = useFigure('first-swap', facts, firstSwapFields);
  const { state, change, choice, model, preview, enabled, inView } = figure;
  const { hand, digit } = state;
  /** How often a film was asked for. */
  const [take, setTake] = useState(0);
  const live = usePicture({
    id: model.id,
    args: filmOptions(state, model.previewImages),
    makeBatch: interpolation,
    active: inView,
  });
  const film = live.picture?.ink;
  const frame = useFilm(live.state === 'ready' ? film : undefined, take);
  const reading = useReadings(live, facts.judge).now?.[numFrames - 1];

  const write = (changed: Partial<typeof state>): void => {
    setTake(take + 1);
    change(changed);
  };
  const sprite = { url: preview.url, rows: facts.numClasses, columns: facts.previewImages.length };
  const numPixels = film ? film.length / numFrames : 0;
  const handText = `Image ${model.previewImages[hand]}, ${aDigit(hand)}`;
  const writtenText = withReading(`The handwriting of this ${hand}, writing a ${digit}`, reading);

  return (
    <Island
      island={figure}
      label="A first swap"
      checkpoint={choice.id}
      state={live.state}
      foot={<ModelChoice model={model} disabled={!enabled} />}
    >
      <div className="first-swap">
        <figure>
          {model.originalsUrl ? (
            <OriginalImage
              originalsUrl={model.originalsUrl}
              image={model.previewImages[hand]}
              label={handText}
            />
          ) : (
            <SpriteCell {...sprite} row={hand} column={hand} label={handText} />
          )}
          <figcaption>this hand</figcaption>
        </figure>
        <span className="sum-sign" aria-hidden="true">
          +
        </span>
        <figure>
          <div className="class-parent">
            <ClassLabel digit={digit} />
          </div>
          <figcaption>this class</figcaption>
        </figure>
        <span className="sum-sign" aria-hidden="true">
          =
        </span>
        <figure className="first-swap-written">
          {film ? (
            <DigitGrid
              rows={1}
              columns={1}
              cellSize={28}
              label={writtenText}
              ink={film.subarray(frame * numPixels, (frame + 1) * numPixels)}
              isMissed={frame === numFrames - 1 ? missedBy(reading && [reading], () => digit) : undefined}
            />
          ) : (
            <SpriteCell {...sprite} row={digit} column={hand} label={writtenText} />
          )}
          <figcaption>the generator draws</figcaption>
        </figure>
      </div>
      <div className="island-controls">
        <Segmented
          legend="Write a"
          options={Array.from({ length: facts.numClasses }, (_, value) => ({ value, text: String(value) }))}
          value={digit}
          onChange={(chosen) => write({ digit: chosen })}
          disabled={!enabled}
        />
        <div className="side-row">
          <button type="button" className="button" disabled={!enabled} onClick={() => write({})}>
            Write it again
          </button>
          <button
            type="button"
            className="button"
            disabled={!enabled}
            onClick={() => write({ hand: nextHand(state, facts.previewImages.length) })}
          >
            Another hand
          </button>
        </div>
      </div>
      <LiveStatus figure={figure} live={live} />
    </Island>
  );
}
