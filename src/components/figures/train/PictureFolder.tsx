/** Takes the pictures that a run is to learn, as a folder, as files or dropped, and says which of them cannot be learned and why. */
import { useState, type DragEvent } from 'react';
import { filesOfDrop, type GivenPath } from '../engine-room/given-files.ts';
import { Picker } from '../engine-room/Picker.tsx';
import { mostPictures } from './picture-classes.ts';
import { readFolder, type OwnPictures } from './read-folder.ts';
import { picturesText } from './own-pictures.ts';
import { hasEnough, leastPictures } from './state.ts';

interface PictureFolderProps {
  readonly pictures: OwnPictures | undefined;
  readonly onPictures: (pictures: OwnPictures) => void;
  readonly disabled: boolean;
}

export default function PictureFolder({ pictures, onPictures, disabled }: PictureFolderProps) {
  const [reading, setReading] = useState('');
  const take = async (given: readonly GivenPath[] | Promise<readonly GivenPath[]>): Promise<void> => {
    setReading('Looking at the files.');
    try {
      const read = await readFolder(await given, (numRead, numFiles) => {
        if (numRead % 20 === 0) setReading(`${numRead} of ${numFiles} files are read.`);
      });
      onPictures(read);
      setReading('');
    } catch (error) {
      setReading(`The files cannot be read (${String(error)}). Choose them again.`);
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (!disabled) void take(filesOfDrop(event.dataTransfer, mostPictures));
  };
  return (
    <div className="train-folder" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="side-row">
        <Picker text="Choose a folder" folder disabled={disabled} onFiles={(given) => void take(given)} />
        <Picker
          text="Choose pictures"
          accept="image/*"
          multiple
          disabled={disabled}
          onFiles={(given) => void take(given)}
        />
        <span className="remark">or drop a folder here. They stay in this browser.</span>
      </div>
      <p className="remark">
        {`${leastPictures} to ${mostPictures.toLocaleString('en')} pictures of digits, or of other simple shapes. A subfolder is a class; without subfolders, a file’s name begins with its digit. Each is made 28 × 28 as a drawing is.`}
      </p>
      <p role="status" className="remark">
        {reading || (pictures && picturesText(pictures))}
      </p>
      {pictures && pictures.refused.length > 0 && (
        <details open={!hasEnough(pictures)}>
          <summary>{`Left out: ${pictures.refused.length}`}</summary>
          <ul className="train-refused">
            {pictures.refused.map(({ path, reason }) => (
              <li key={path}>{`${path}: ${reason}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
