/** Takes the files of a checkpoint: dropped, or picked as one file or as a folder. */
import { useRef, useState, type DragEvent } from 'react';
import type { GivenFile } from '../../../engine/dropped/read-dropped.ts';
import { filesOfDrop, filesOfInput } from './given-files.ts';

interface DropZoneProps {
  readonly disabled: boolean;
  readonly onFiles: (given: readonly GivenFile[] | Promise<readonly GivenFile[]>) => void;
}

export function DropZone({ disabled, onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (disabled) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent): void => {
    if (disabled) return;
    event.preventDefault();
    setIsOver(false);
    onFiles(filesOfDrop(event.dataTransfer));
  };
  return (
    <div
      className="drop-zone"
      data-over={isOver}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>Drop the folder of a checkpoint here, a zip of it, or a generator.onnx.</p>
      <div className="side-row">
        <Picker text="Choose a file" accept=".zip,.onnx" disabled={disabled} onFiles={onFiles} />
        <Picker text="Choose a folder" folder disabled={disabled} onFiles={onFiles} />
      </div>
    </div>
  );
}

interface PickerProps extends DropZoneProps {
  readonly text: string;
  readonly accept?: string;
  readonly folder?: boolean;
}

function Picker({ text, accept, folder = false, disabled, onFiles }: PickerProps) {
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
        {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          if (target.files?.length) onFiles(filesOfInput(target.files));
          target.value = ''; // the same file again is a change, too
        }}
      />
    </>
  );
}
