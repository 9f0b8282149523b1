/** What one VAE of a sweep draws: images above their reconstructions, walks between images, or samples; until it draws, the pictures made in training. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { numClasses } from '../encoders/codes.ts';
import type { EncoderView } from '../encoders/models.ts';
import { ShownOriginals } from '../encoders/ShownOriginals.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { rowsOf } from './sweep.ts';

interface SweepPicturesProps {
  readonly view: EncoderView;
  /** The model, in words. */
  readonly what: string;
  readonly ink: Float32Array | undefined;
  readonly preview: string;
  readonly originalsUrl: string | undefined;
}

const digits = Array.from({ length: numClasses }, (_, digit) => digit);
const parts = ['training', 'validation'] as const;
const samplers = ['N(0, I)', 'a Gaussian fitted to the codes'] as const;

export function SweepPictures({ view, what, ink, preview, originalsUrl }: SweepPicturesProps) {
  const grid = { rows: rowsOf[view], columns: numClasses, cellSize: 28 };
  if (view === 'interpolation') {
    return (
      <div className="sweep-rows">
        <p className="axis-title">ten walks, each from a training image to a validation image</p>
        <DigitGrid
          {...grid}
          label={`Ten walks in ten steps between the codes of two images, ${what}`}
          ink={ink}
          preview={preview}
        />
      </div>
    );
  }
  const row = (index: number, textOf: (column: number) => string) => (
    <div className="cell-row">
      {digits.map((column) => (
        <GridCell
          key={column}
          grid={grid}
          cell={index * numClasses + column}
          ink={ink}
          preview={preview}
          label={textOf(column)}
        />
      ))}
    </div>
  );
  if (view === 'samples') {
    return (
      <div className="sweep-rows">
        {samplers.map((sampler, index) => (
          <div key={sampler}>
            <p className="axis-title">{`drawn from ${sampler}`}</p>
            {row(index, (column) => `Sample ${column + 1} from ${sampler}, ${what}`)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className="sweep-rows">
      {parts.map((part, index) => (
        <div key={part}>
          <p className="axis-title">{`ten ${part} images, above their reconstructions`}</p>
          <ShownOriginals url={originalsUrl} part={part} />
          {row(index, (column) => `Reconstruction of the ${part} image of class ${column}, ${what}`)}
        </div>
      ))}
    </div>
  );
}
