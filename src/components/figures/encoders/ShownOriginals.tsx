/** The images that every model with an encoder shows: one of each class, in class order. */
import { aDigit } from '../../controls/digit-words.ts';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { OriginalsMissing } from '../originals/OriginalImage.tsx';
import { sheetColumns, sheetRows } from '../originals/original-sheets.ts';
import { numClasses, type ShownPart } from './codes.ts';

interface ShownOriginalProps {
  readonly url: string;
  readonly part: ShownPart;
  readonly digit: number;
}

export const ShownOriginal = ({ url, part, digit }: ShownOriginalProps) => (
  <SpriteCell
    url={url}
    rows={sheetRows}
    columns={sheetColumns}
    row={part === 'training' ? 0 : 1}
    column={digit}
    label={`Original ${part} image, ${aDigit(digit)}`}
  />
);

interface ShownOriginalsProps {
  readonly url: string | undefined;
  readonly part: ShownPart;
}

export const ShownOriginals = ({ url, part }: ShownOriginalsProps) =>
  url ? (
    <div className="cell-row">
      {Array.from({ length: numClasses }, (_, digit) => (
        <ShownOriginal key={digit} url={url} part={part} digit={digit} />
      ))}
    </div>
  ) : (
    <OriginalsMissing />
  );
