/** The found content in all ten classes, a row for each search of this picture, and the files to take along. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { countText, dotsMean, missedBy } from '../shell/state/readings.ts';
import type { Reading } from '../../../engine/api.ts';
import { bestClass, type Found } from './searcher.ts';
import { lossText } from './verdict.ts';

const side = 28;
const numClasses = 10;

export interface Row {
  readonly key: string;
  readonly found: Found;
  /** The model, in words. */
  readonly model: string;
}

interface EveryDigitProps {
  /** The newest first; empty while the first frame is on screen. */
  readonly rows: readonly Row[];
  /** Of two rows; the second is this one's. */
  readonly preview: { readonly url: string; readonly model: string; readonly loss: number };
  /** Of the first row, a reading a picture. */
  readonly readings: readonly Reading[] | undefined;
}

const meant = (picture: number): number => picture;
const startWords = { nearest: 'from learned codes', encoders: 'from the encoders’ codes' } as const;

export function EveryDigit({ rows, preview, readings }: EveryDigitProps) {
  return (
    <section className="draw-every" aria-label="Your handwriting, every digit">
      <p className="draw-title">Your handwriting, every digit</p>
      {rows.length === 0 && (
        <div className="draw-every-row">
          <span className="draw-every-preview">
            <SpriteCell
              url={preview.url}
              rows={2}
              columns={1}
              row={1}
              column={0}
              label="The content that was found, drawn in the classes 0 to 9"
            />
          </span>
          <small>{`${preview.model}: loss ${lossText(preview.loss)}`}</small>
        </div>
      )}
      {rows.map(({ key, found, model }, i) => {
        const read = i === 0 ? readings : undefined;
        return (
          <div key={key} className="draw-every-row">
            <DigitGrid
              rows={1}
              columns={numClasses}
              cellSize={side}
              ink={found.everyDigit}
              label={`The content found by ${model}, drawn in the classes 0 to 9`}
              isMissed={missedBy(read, read && meant)}
            />
            <small>{rowText(found, model, read)}</small>
          </div>
        );
      })}
      {readings && <p className="remark">{dotsMean}</p>}
      <div className="side-row">
        {(['JSON', 'SVG', 'PNG'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={rows.length === 0}
            onClick={() =>
              void import('./save-found.ts').then(({ saveFound }) => saveFound(rows[0].found, kind))
            }
          >
            {kind === 'JSON' ? 'Save codes (JSON)' : `Save digits (${kind})`}
          </button>
        ))}
      </div>
    </section>
  );
}

function rowText({ request, state }: Found, model: string, readings: readonly Reading[] | undefined): string {
  const { loss } = state.best;
  const made = `${model}, ${startWords[request.start]}: loss ${lossText(loss[bestClass(loss)])}`;
  return readings ? `${made}; the judge reads ${countText(readings, meant)} as their class` : made;
}
