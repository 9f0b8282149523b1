/** The batch at work, a column for each of its images: the image, what is drawn, how they differ, what goes back, what is drawn then. */
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { PictureGrid } from './PictureGrid.tsx';
import { isSigned, rowAt, rowNames, rowPhases, type RowName } from './pictures.ts';
import type { Recording } from './recording.ts';
import { reached, slotName, type Moment, type SlowMotionFacts, type StepNumbers } from './state.ts';

interface BatchRowsProps {
  readonly facts: SlowMotionFacts;
  readonly moment: Moment;
  readonly numbers: StepNumbers;
  readonly recording: Recording | undefined;
  readonly numSheetRows: number;
}

const names: Readonly<Record<RowName, string>> = {
  image: 'image',
  drawn: 'drawn',
  error: 'error',
  pull: 'pull',
  again: 'drawn again',
};

export function BatchRows({ facts, moment, numbers, recording, numSheetRows }: BatchRowsProps) {
  const { labels, sheetUrl } = facts;
  const { images } = numbers;
  const digits = images.map((image) => labels[image]).join(', ');
  const says: Readonly<Record<RowName, string>> = {
    image: `The images of the batch: ${digits}`,
    drawn: `What the generator draws for ${digits}`,
    error: `Errors, blue where ink is missing and orange where there is too much: loss ${numbers.loss.toFixed(3)}`,
    pull: 'Where the gradient pulls ink, blue, and where it pushes it away, orange',
    again: `The same after the step: loss ${numbers.lossAfter.toFixed(3)}`,
  };
  return (
    <div className="slow-batch">
      <ol className="cell-row batch-heads">
        {images.map((image, slot) => (
          <li key={slot}>
            <span className="batch-letter">{slotName(slot)}</span>
            <ClassLabel digit={labels[image]} />
          </li>
        ))}
      </ol>
      {rowNames.map((row, at) => (
        <div key={row} className="batch-row" data-row={row}>
          <span className="row-label">{names[row]}</span>
          <PictureGrid
            rows={1}
            columns={images.length}
            label={says[row]}
            values={recording && rowAt(recording, moment, row)}
            signed={isSigned(row)}
            sheet={
              !recording && reached(moment.phase, rowPhases[row])
                ? { url: sheetUrl, numRows: numSheetRows, row: at }
                : undefined
            }
          />
        </div>
      ))}
      <p className="signed-legend">
        <span className="comes">more ink</span> <span className="goes">less ink</span>
      </p>
    </div>
  );
}
