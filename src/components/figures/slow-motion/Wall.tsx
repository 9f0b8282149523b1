/** All images as the generator drew them last, a column a class; those of the batch are marked with their letters. */
import type { CSSProperties } from 'react';
import { PictureGrid } from './PictureGrid.tsx';
import { rowNames, wallAt } from './pictures.ts';
import type { Recording } from './recording.ts';
import { slotName, type Moment, type SlowMotionFacts, type StepNumbers } from './state.ts';

interface WallProps {
  readonly facts: SlowMotionFacts;
  readonly moment: Moment;
  readonly numbers: StepNumbers;
  readonly recording: Recording | undefined;
}

export const wallRows = ({ labels, settings }: Pick<SlowMotionFacts, 'labels' | 'settings'>): number =>
  labels.length / settings.numClasses;

export function Wall({ facts, moment, numbers, recording }: WallProps) {
  const { settings, labels, sheetUrl } = facts;
  const columns = settings.numClasses;
  const rows = wallRows(facts);
  return (
    <figure className="slow-wall" style={{ '--rows': rows, '--columns': columns } as CSSProperties}>
      <div className="wall-pictures">
        <PictureGrid
          rows={rows}
          columns={columns}
          label={`All ${labels.length} images as the generator drew them last, ${moment.phase === 'update' ? 'after' : 'before'} step ${moment.step}`}
          values={recording && wallAt(recording, moment)}
          signed={false}
          sheet={
            recording ? undefined : { url: sheetUrl, numRows: rowNames.length + rows, row: rowNames.length }
          }
        />
        {numbers.images.map((image, slot) => (
          <span
            key={slot}
            className="wall-mark"
            aria-hidden="true"
            style={
              {
                '--column': image % columns,
                '--row': Math.floor(image / columns),
              } as CSSProperties
            }
          >
            {slotName(slot)}
          </span>
        ))}
      </div>
      <figcaption>All twenty, as drawn last</figcaption>
    </figure>
  );
}
