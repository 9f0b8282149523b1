/** A button that opens the browser's own choice of files or of a folder. */
import { useRef } from 'react';
import { filesOfInput, type GivenPath } from './given-files.ts';

interface PickerProps {
  readonly text: string;
  readonly accept?: string;
  readonly folder?: boolean;
  readonly multiple?: boolean;
  readonly disabled: boolean;
  readonly onFiles: (given: readonly GivenPath[]) => void;
}

export function Picker({ text, accept, folder = false, multiple = false, disabled, onFiles }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" disabled={disabled} onClick={() => input.current?.click()}>
        {text}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text}
        accept={accept}
        multiple={folder || multiple}
        {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          if (target.files?.length) onFiles(filesOfInput(target.files));
          target.value = ''; // the same file again is a change, too
        }}
      />
    </>
  );
}
