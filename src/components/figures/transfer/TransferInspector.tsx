/** One cell of the transfer grid, enlarged, as a sum: whose hand + which class → their transfer; and how to change the image. */
import { useState } from 'react';
import type { Reading } from '../../../engine/api.ts';
import { createRandom } from '../../../numerics/random.ts';
import { aDigit } from '../../controls/digit-words.ts';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import type { CellGrid } from '../../controls/ink.ts';
import { OriginalImage, OriginalsMissing } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { neighbourOfClass, randomOfClass, type Labels, type ShownImage } from '../shell/state/images.ts';
import { withReading } from '../shell/state/readings.ts';

interface TransferInspectorProps {
  readonly facts: FigureFacts;
  /** Of the model that draws; undefined where there are none to show. */
  readonly originalsUrl: string | undefined;
  readonly grid: CellGrid;
  readonly cell: number;
  readonly columns: readonly ShownImage[];
  readonly ink: Float32Array | undefined;
  /** Of each cell; undefined until the judge has read them. */
  readonly readings: readonly Reading[] | undefined;
  readonly preview: string;
  /** Known once a checkpoint is loaded. */
  readonly labels: Labels | undefined;
  /** Shows only: no controls to change the image. */
  readonly fixed: boolean;
  readonly onPick: (column: number, image: number) => void;
}

export function TransferInspector({
  facts,
  originalsUrl,
  grid,
  cell,
  columns,
  ink,
  readings,
  preview,
  labels,
  fixed,
  onPick,
}: TransferInspectorProps) {
  const [numDraws, setNumDraws] = useState(0);
  const row = Math.floor(cell / grid.columns);
  const column = cell % grid.columns;
  const { image, digit } = columns[column];
  const own = digit * grid.columns + column;
  const pictures = { grid, ink, preview };
  return (
    <section className="inspector" aria-label="Enlarged cell">
      <figure className="sum-hand">
        {originalsUrl ? (
          <OriginalImage originalsUrl={originalsUrl} image={image} label={`Original image ${image}`} />
        ) : (
          <GridCell
            {...pictures}
            cell={own}
            label={withReading(`Reconstruction of image ${image}, ${aDigit(digit)}`, readings?.[own])}
          />
        )}
        <figcaption>{`hand of image ${image}`}</figcaption>
      </figure>
      <span className="sum-sign sum-plus" aria-hidden="true">
        +
      </span>
      <figure className="sum-class">
        <div className="class-parent">
          <ClassLabel digit={row} />
        </div>
        <figcaption>{`class ${row}`}</figcaption>
      </figure>
      <span className="sum-sign sum-arrow" aria-hidden="true">
        →
      </span>
      <figure className="close-up">
        <GridCell
          {...pictures}
          cell={cell}
          label={withReading(`Transfer: content of image ${image} with class ${row}`, readings?.[cell])}
        />
        <figcaption>
          <span>{`content of image ${image} as ${aDigit(row)}`}</span>
          <ReadingLine reading={readings?.[cell]} />
        </figcaption>
      </figure>
      {!fixed && (
        <ImageStepper
          label={`Column ${column + 1}:`}
          image={image}
          digit={digit}
          numClasses={facts.numClasses}
          disabled={!labels}
          onStep={(step) => labels && onPick(column, neighbourOfClass(labels, image, step))}
          onRandom={(of) => {
            if (!labels) return;
            setNumDraws(numDraws + 1);
            onPick(column, randomOfClass(labels, of, image, createRandom(`pick ${numDraws}`)));
          }}
        />
      )}
      {!facts.originalsUrl && <OriginalsMissing />}
    </section>
  );
}
