/** An image, enlarged, with a pixel to choose; beside it the numbers around that pixel. */
import type { CSSProperties } from 'react';
import { aDigit } from '../../controls/digit-words.ts';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { OriginalsMissing } from '../originals/OriginalImage.tsx';
import { sheetColumns } from '../originals/original-sheets.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import {
  digits,
  imageSide,
  intensityAt,
  numbersFields,
  windowAround,
  windowSide,
  windowStart,
  type NumbersFacts,
} from './state.ts';

const name = 'numbers';

const inside = (share: number): number => Math.min(Math.max(Math.floor(share * imageSide), 0), imageSide - 1);
const percent = (pixels: number): string => `${(100 * pixels) / imageSide}%`;

export function NumbersFigure({ facts }: { readonly facts: NumbersFacts }) {
  const { sheet, pixels, images } = facts;
  const island = useIsland(name, numbersFields);
  const { state, change, enabled } = island;
  const { digit, row, column } = state;
  const intensity = intensityAt(pixels, digit, row, column);
  const shown = windowAround(pixels, state);
  return (
    <Island
      island={island}
      label="An image as numbers"
      state="ready"
      foot={
        <span className="remark">
          {images
            ? `Image ${images[digit]} of MNIST’s train file.`
            : 'A synthetic digit, drawn by a program.'}
        </span>
      }
    >
      <div className="island-controls">
        <Segmented
          legend="Digit"
          options={digits.map((value) => ({ value, text: String(value) }))}
          value={digit}
          onChange={(value) => change({ digit: value })}
          disabled={!enabled}
        />
        {!images && <OriginalsMissing />}
      </div>
      <div className="numbers-body">
        <div className="scrub numbers-image">
          <SpriteCell
            url={sheet.url}
            rows={sheet.rows}
            columns={sheetColumns}
            row={0}
            column={digit}
            label={`${aDigit(digit)}, enlarged`}
          />
          <span
            className="numbers-frame"
            style={{
              left: percent(windowStart(column)),
              top: percent(windowStart(row)),
              width: percent(windowSide),
              height: percent(windowSide),
            }}
          />
          <ScrubPad
            left={(column + 0.5) / imageSide}
            top={(row + 0.5) / imageSide}
            onChange={(left, top) => change({ row: inside(top), column: inside(left) })}
          />
        </div>
        <div className="island-side">
          <div
            className="numbers-window"
            role="img"
            aria-label={`The numbers around the pixel, row by row: ${shown.map((each) => each.intensity).join(' ')}`}
          >
            {shown.map((each) => (
              <span
                key={`${each.row} ${each.column}`}
                data-chosen={each.row === row && each.column === column ? '' : undefined}
                style={{ '--ink-share': `${Math.round((30 * each.intensity) / 255)}%` } as CSSProperties}
              >
                {each.intensity}
              </span>
            ))}
          </div>
          <dl className="readings" aria-live="polite">
            <div>
              <dt>in the file</dt>
              <dd>{intensity}</dd>
            </div>
            <div>
              <dt>divided by 255</dt>
              <dd>{(intensity / 255).toFixed(3)}</dd>
            </div>
          </dl>
          <Slider
            label="Across"
            value={column}
            max={imageSide - 1}
            step={1}
            text={`${column + 1} of ${imageSide}`}
            onChange={(to) => change({ column: to })}
            disabled={!enabled}
          />
          <Slider
            label="Down"
            value={row}
            max={imageSide - 1}
            step={1}
            text={`${row + 1} of ${imageSide}`}
            onChange={(to) => change({ row: to })}
            disabled={!enabled}
          />
        </div>
      </div>
    </Island>
  );
}
