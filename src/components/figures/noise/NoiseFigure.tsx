/** Sweeps σ: ten images, their reconstructions, and their contents in every class; beside them what was measured, as numbers and as charts. */
import type { ReactNode } from 'react';
import { ownNameOf } from '../../../engine/checkpoint-key.ts';
import { transfers } from '../../../networks/generator/codes.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { OriginalRow } from '../originals/OriginalRow.tsx';
import { costOnScreen } from '../own-model/use-own-model.ts';
import { ClassAxis } from '../shell/ClassAxis.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgeRemark } from '../shell/JudgeRemark.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { namedNumbers, type NamedNumber } from '../shell/state/measurements.ts';
import { missedBy } from '../shell/state/readings.ts';
import { noiseFields, noiseFigure } from './state.ts';

interface NoiseFigureProps {
  readonly facts: FigureFacts;
  /** By checkpoint id. */
  readonly readings: Readonly<Partial<Record<string, readonly NamedNumber[]>>>;
  /** Static; they follow the figure by a script of their own. */
  readonly charts?: ReactNode;
}

export function NoiseFigure({ facts, readings, charts }: NoiseFigureProps) {
  const figure = useFigure(noiseFigure, facts, noiseFields);
  const { model, preview, inView } = figure;
  const { numClasses } = facts;
  const classes = Array.from({ length: numClasses }, (_, digit) => digit);
  const live = usePicture({
    id: model.id,
    args: { contents: model.previewImages, classes },
    makeBatch: transfers,
    active: inView,
  });
  const { picture } = live;
  const images = picture?.request.args.contents ?? facts.previewImages;
  const shown = facts.checkpoints.find(({ id }) => id === picture?.request.id) ?? preview.choice;
  const own = picture && ownNameOf(picture.request.id);
  const numbers =
    own === undefined ? readings[shown.id] : model.own && namedNumbers(model.own.measured ?? {});
  const grid = { rows: numClasses, columns: images.length, cellSize: 28 };
  const read = useReadings(live, facts.judge);
  const classOfCell = (cell: number): number => Math.floor(cell / grid.columns);
  const about =
    own === undefined ? `at σ ${shown.contentNoiseStd}, preset ${shown.preset}` : `of your checkpoint ${own}`;

  return (
    <FigureShell figure={figure} live={live} label="Noise" slides side={charts}>
      <div className="axes">
        <span className="axis-note axis-title">ten training images</span>
        <div className="axis-note">
          <OriginalRow
            images={images.map((image, digit) => ({ image, digit }))}
            originalsUrl={model.originalsUrl}
          />
        </div>
        <span className="axis-note axis-title">their reconstructions</span>
        <div className="axis-note cell-row">
          {images.map((image, digit) => (
            <GridCell
              key={image}
              grid={grid}
              cell={digit * grid.columns + digit}
              ink={picture?.ink}
              preview={preview.url}
              label={`Reconstruction of image ${image}, a ${digit}, ${about}`}
            />
          ))}
        </div>
        <span className="axis-note axis-title">their contents, drawn as every class</span>
        <ClassAxis rows={classes} />
        <DigitGrid
          {...grid}
          label={`Transfers ${about}: one class a row, one content a column`}
          ink={picture?.ink}
          preview={preview.url}
          isMissed={missedBy(read.now, classOfCell)}
        />
      </div>
      <JudgeRemark
        judge={facts.judge}
        readings={read}
        meant={classOfCell}
        numPictures={grid.rows * grid.columns}
        cost={costOnScreen(facts, model, { picture, shown })}
      />
      <dl className="readings">
        {numbers?.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </FigureShell>
  );
}
