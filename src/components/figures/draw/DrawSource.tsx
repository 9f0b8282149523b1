/** The picture that is searched for, and the ways to come by one: drawn on the pad, given, taken from a file or the camera, dropped. */
import type { DragEvent } from 'react';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { sheetColumns } from '../originals/original-sheets.ts';
import { CleaningSteps } from './CleaningSteps.tsx';
import { DrawingPad } from './DrawingPad.tsx';
import { blank, firstDigit, givenDigit, type DrawFacts, type ImageName } from './state.ts';
import { pictureIn, TakePicture } from './TakePicture.tsx';
import type { PictureSource } from './use-picture-source.ts';

interface DrawSourceProps {
  readonly given: DrawFacts['given'];
  readonly image: ImageName;
  readonly source: PictureSource;
  /** A stroke has begun. */
  readonly onBegin: () => void;
  readonly active: boolean;
  readonly enabled: boolean;
}

export function DrawSource({ given, image, source, onBegin, active, enabled }: DrawSourceProps) {
  const { ink, under, strokes, picture, trouble } = source;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = pictureIn(event.dataTransfer);
    if (file && enabled) void source.take(file);
  };
  return (
    <div className="draw-source" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="draw-paper" data-empty={image === blank && strokes.length === 0}>
        {ink === undefined && image !== blank && (
          <SpriteCell
            url={given.url}
            rows={given.rows}
            columns={sheetColumns}
            row={0}
            column={givenDigit(image) ?? firstDigit}
          />
        )}
        <DrawingPad
          under={under}
          keepsUnder={givenDigit(image) === undefined}
          strokes={strokes}
          onBegin={onBegin}
          onDrawn={source.draw}
          disabled={!enabled}
        />
      </div>
      <div className="side-row">
        <button
          type="button"
          className="button"
          disabled={!enabled || strokes.length === 0}
          onClick={source.undo}
        >
          Undo
        </button>
        <button
          type="button"
          className="button"
          disabled={!enabled || image === blank}
          onClick={() => source.set(blank)}
        >
          Clear
        </button>
      </div>
      <TakePicture
        given={given}
        name={image}
        onChoose={source.set}
        onFile={(file) => void source.take(file)}
        active={active}
        disabled={!enabled}
      />
      <p className="draw-trouble" role="status">
        {trouble ?? ''}
      </p>
      <CleaningSteps picture={picture} />
    </div>
  );
}
