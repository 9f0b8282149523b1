/** Takes the files of a checkpoint: dropped, or picked as one file or as a folder. */
import { useState, type DragEvent } from 'react';
import type { GivenFile } from '../../../engine/dropped/read-dropped.ts';
import { limits } from '../../../engine/dropped/limits.ts';
import { filesOfDrop } from './given-files.ts';
import { Picker } from './Picker.tsx';

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
    onFiles(filesOfDrop(event.dataTransfer, limits.numFiles));
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
