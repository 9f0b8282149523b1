/** A row of pictures in even steps, each with what the judge reads in it; a frame marks one of them. */
import type { CSSProperties } from 'react';
import type { Reading } from '../../../engine/api.ts';
import type { CellGrid } from '../../controls/ink.ts';
import { inPercent } from '../../layout/bound-text.ts';
import { ClassLabel } from './ClassLabel.tsx';
import { GridCell } from './GridCell.tsx';
import { withReading } from './state/readings.ts';

interface JudgedStripProps {
  /** What the whole row is, for assistive technology. */
  readonly label: string;
  /** Of the picture that has the row's cells as its first. */
  readonly grid: CellGrid;
  readonly ink: Float32Array | undefined;
  readonly preview: string;
  /** One a picture: what stands over it. */
  readonly steps: readonly string[];
  readonly stepText: (step: number) => string;
  /** One a picture of the grid; undefined until they are there. */
  readonly readings: readonly Reading[] | undefined;
  /** Pictures that are read as something else than they were meant to be. */
  readonly isMissed?: ((step: number) => boolean) | undefined;
  readonly marked?: number | undefined;
}

export const JudgedStrip = ({
  label,
  grid,
  ink,
  preview,
  steps,
  stepText,
  readings,
  isMissed,
  marked,
}: JudgedStripProps) => (
  <ol className="judged-strip" aria-label={label} style={{ '--count': steps.length } as CSSProperties}>
    {steps.map((step, i) => {
      const reading = readings?.[i];
      return (
        <li key={i} data-marked={i === marked} data-missed={isMissed?.(i) ?? false}>
          <span className="axis-title" aria-hidden="true">
            {step}
          </span>
          <GridCell
            grid={grid}
            cell={i}
            ink={ink}
            preview={preview}
            label={withReading(stepText(i), reading)}
          />
          <span className="strip-reading" aria-hidden="true">
            {reading ? <ClassLabel digit={reading.digit} /> : '\u00a0'}
            <small>{reading ? inPercent(Math.round(100 * reading.probability)) : '\u00a0'}</small>
          </span>
        </li>
      );
    })}
  </ol>
);
