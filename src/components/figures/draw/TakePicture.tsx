/** Pictures that are not drawn here: ten given ones, a file, a photograph, the clipboard. Dropping is the figure's. */
import { useEffect, useRef } from 'react';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { aDigit } from '../../controls/digit-words.ts';
import { sheetColumns } from '../originals/original-sheets.ts';
import { givenName, type DrawFacts, type ImageName } from './state.ts';

interface TakePictureProps {
  readonly given: DrawFacts['given'];
  readonly name: ImageName;
  readonly onChoose: (name: ImageName) => void;
  readonly onFile: (file: File) => void;
  /** The clipboard is listened to. */
  readonly active: boolean;
  readonly disabled: boolean;
}

const digits = Array.from({ length: 10 }, (_, digit) => digit);

export function TakePicture({ given, name, onChoose, onFile, active, disabled }: TakePictureProps) {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    if (!active) return;
    const paste = ({ clipboardData }: ClipboardEvent): void => {
      const file = pictureIn(clipboardData);
      if (file) latest.current(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [active]);

  return (
    <div className="draw-take">
      <p className="draw-title">{given.ofTestFile ? 'Or take a test image' : 'Or take a synthetic digit'}</p>
      <div className="draw-given">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            aria-label={`Take ${aDigit(digit)}`}
            aria-pressed={name === givenName(digit)}
            disabled={disabled}
            onClick={() => onChoose(givenName(digit))}
          >
            <SpriteCell url={given.url} rows={given.rows} columns={sheetColumns} row={0} column={digit} />
          </button>
        ))}
      </div>
      <div className="side-row">
        <FileButton text="Choose a picture" disabled={disabled} onFile={onFile} />
        <span className="draw-camera">
          <FileButton text="Photograph" capture disabled={disabled} onFile={onFile} />
        </span>
        <span className="remark">or paste one, or drop it here</span>
      </div>
    </div>
  );
}

interface FileButtonProps {
  readonly text: string;
  readonly capture?: boolean;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

const FileButton = ({ text, capture = false, disabled, onFile }: FileButtonProps) => (
  <label className="button draw-file" data-disabled={disabled}>
    <input
      type="file"
      accept="image/*"
      {...(capture && { capture: 'environment' as const })}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        currentTarget.value = ''; // the same file may be chosen again
        if (file) onFile(file);
      }}
    />
    <span>{text}</span>
  </label>
);

/** The first file that is pasted or dropped. */
export const pictureIn = (data: DataTransfer | null): File | undefined => data?.files[0];
