/** Sweeps σ: ten images, their reconstructions, and their contents in every class; beside them what was measured, as numbers and as charts. */
import type { ReactNode } from 'react';
import { transfers } from '../../../networks/generator/codes.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { OriginalRow } from '../originals/OriginalRow.tsx';
import { ClassAxis } from '../shell/ClassAxis.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgeRemark } from '../shell/JudgeRemark.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { missedBy } from '../shell/state/readings.ts';
import { noiseFields, noiseFigure } from './state.ts';

/** Name and value of what was measured, as a reader sees it. */
type Reading = readonly [name: string, value: string];

interface NoiseFigureProps {
  readonly facts: FigureFacts;
  /** By checkpoint id. */
  readonly readings: Readonly<Partial<Record<string, readonly Reading[]>>>;
  /** Static; they follow the figure by a script of their own. */
  readonly charts?: ReactNode;
}

export function NoiseFigure({ facts, readings, charts }: NoiseFigureProps) {
  const figure = useFigure(noiseFigure, facts, noiseFields);
  const { choice, preview, inView } = figure;
  const { previewImages, originalsUrl, numClasses } = facts;
  const classes = Array.from({ length: numClasses }, (_, digit) => digit);
  const live = usePicture({
    id: choice.id,
    args: { contents: previewImages, classes },
    makeBatch: transfers,
    active: inView,
  });
  const ink = live.picture?.ink;
  const shown = facts.checkpoints.find(({ id }) => id === live.picture?.request.id) ?? preview.choice;
  const grid = { rows: numClasses, columns: previewImages.length, cellSize: 28 };
  const read = useReadings(live, facts.judge);
  const classOfCell = (cell: number): number => Math.floor(cell / grid.columns);
  const about = `at σ ${shown.contentNoiseStd}, preset ${shown.preset}`;

  return (
    <FigureShell figure={figure} live={live} label="Noise" slides side={charts}>
      <div className="axes">
        <span className="axis-note axis-title">ten training images</span>
        <div className="axis-note">
          <OriginalRow
            images={previewImages.map((image, digit) => ({ image, digit }))}
            originalsUrl={originalsUrl}
          />
        </div>
        <span className="axis-note axis-title">their reconstructions</span>
        <div className="axis-note cell-row">
          {previewImages.map((image, digit) => (
            <GridCell
              key={image}
              grid={grid}
              cell={digit * grid.columns + digit}
              ink={ink}
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
          ink={ink}
          preview={preview.url}
          isMissed={missedBy(read.now, classOfCell)}
        />
      </div>
      <JudgeRemark
        judge={facts.judge}
        readings={read}
        meant={classOfCell}
        numPictures={grid.rows * grid.columns}
        cost={facts.costs[shown.id]}
      />
      <dl className="readings">
        {readings[shown.id]?.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </FigureShell>
  );
}
