/** Ten images that no model saw above what is drawn from their codes: at a glance, by a search from there, by a search alone. */
import { useMemo } from 'react';
import { aDigit } from '../../controls/digit-words.ts';
import { Choice } from '../../controls/Choice.tsx';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { OriginalsMissing } from '../originals/OriginalImage.tsx';
import { ImageNumbers } from '../originals/OriginalRow.tsx';
import { sheetColumns, sheetRows } from '../originals/original-sheets.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { Island } from '../shell/Island.tsx';
import { countText, dotsMean, missedBy, rowText } from '../shell/state/readings.ts';
import { modelStatus } from '../shell/state/status.ts';
import {
  asOptions,
  meantBy,
  modelOf,
  presetsOf,
  sigmasOf,
  unseenCodes,
  unseenFields,
  ways,
  type UnseenFacts,
} from './state.ts';

const cellSize = 28;

export function UnseenFigure({ facts }: { readonly facts: UnseenFacts }) {
  const { images, modelsUrl, previewFile, originalsUrl, judge } = facts;
  const fields = useMemo(() => unseenFields(facts), [facts]);
  const island = useIsland('unseen', fields);
  const { state, change, enabled, inView } = island;
  const { preset, sigma, generator, as } = state;
  const { id } = modelOf(facts, state);
  const live = useDrawing({ family: 'amortized', id, args: { as }, makeBatch: unseenCodes, active: inView });
  const readings = useReadings(live, judge);
  const status = modelStatus({
    what: `${preset}, σ\u00a0${sigma}`,
    isLive: live.picture !== undefined,
    engineKind: useEngineKind(),
    progress: live.progress,
    error: live.error,
  });
  const numImages = images.length;
  const rowLength = numImages * cellSize * cellSize;
  const { ink } = live.picture ?? {};
  // A picture of another class stays until the next one is there.
  const meant = meantBy(live.picture?.request.args ?? { as });

  return (
    <Island
      island={island}
      label="Images that it never saw"
      checkpoint={id}
      state={live.state}
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <PresetToggle
          presets={presetsOf(facts)}
          preset={preset}
          onChange={(next) => change({ preset: next })}
          disabled={!enabled}
        />
        <SigmaToggle
          sigmas={sigmasOf(facts)}
          sigma={sigma}
          onChange={(next) => change({ sigma: next })}
          disabled={!enabled}
        />
        <Segmented
          legend="Generator"
          options={[
            { value: 'frozen', text: 'frozen', name: 'generator as GLO left it' },
            { value: 'tuned', text: 'tuned', name: 'generator trained on with the encoders' },
          ]}
          value={generator}
          onChange={(next) => change({ generator: next })}
          disabled={!enabled}
        />
        <Choice
          label="Draw with"
          options={asOptions}
          value={as}
          onChange={(next) => change({ as: next })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={live.retry} />
      </div>
      <div className="unseen-rows">
        <div className="picture-row">
          <span className="row-label">class, image</span>
          <ImageNumbers images={images.map((image, digit) => ({ image, digit }))} />
        </div>
        <div className="picture-row">
          <span className="row-label">original</span>
          {originalsUrl ? (
            <div className="cell-row">
              {images.map((image, digit) => (
                <SpriteCell
                  key={image}
                  url={originalsUrl}
                  rows={sheetRows}
                  columns={sheetColumns}
                  row={0}
                  column={digit}
                  label={`Test image ${image}, ${aDigit(digit)}`}
                />
              ))}
            </div>
          ) : (
            <OriginalsMissing />
          )}
        </div>
        {ways.map(({ name, text, remark }, i) => {
          const read = readings.now?.slice(i * numImages, (i + 1) * numImages);
          const label = `${text}: ten pictures${read ? `, ${rowText(read)}` : ''}`;
          return (
            <div key={name} className="picture-row" data-way={name}>
              <span className="row-label">
                <span>{text}</span>
                <small>{read ? countText(read, meant) : remark}</small>
              </span>
              {ink || as !== 'own' ? (
                <DigitGrid
                  rows={1}
                  columns={numImages}
                  cellSize={cellSize}
                  label={label}
                  ink={ink?.subarray(i * rowLength, (i + 1) * rowLength)}
                  isMissed={missedBy(read, meant)}
                />
              ) : (
                <span className="unseen-strip">
                  <SpriteCell
                    url={`${modelsUrl}${id}/${previewFile}`}
                    rows={ways.length}
                    columns={1}
                    row={i}
                    column={0}
                    label={label}
                  />
                </span>
              )}
            </div>
          );
        })}
      </div>
      <p className="remark">
        {`Encoders look once. A search takes 80 steps; alone it begins twice in each of ten classes. ${judge ? `${dotsMean} Below each name: how many it reads as they were meant.` : ''}`}
      </p>
    </Island>
  );
}
