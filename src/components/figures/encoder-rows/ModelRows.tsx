/** What one model makes of the codes of the figure, row by row: made at training time at first, then decoded here. */
import { previewFile } from '../../../contract/ids.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import type { EncoderModel } from '../encoders/models.ts';
import { useDecoded } from '../encoders/use-decoded.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import { StripOf } from './StripOf.tsx';
import { numColumns, previewOf, rowCodes, rowTexts, type RowArgs } from './state.ts';

interface ModelRowsProps {
  readonly text: string;
  readonly model: EncoderModel;
  readonly modelsUrl: string;
  readonly args: RowArgs;
  /** What stands beside the model's name. */
  readonly remark: string | undefined;
  readonly active: boolean;
}

const cellSize = 28;
const rowLength = numColumns * cellSize * cellSize;

export function ModelRows({ text, model, modelsUrl, args, remark, active }: ModelRowsProps) {
  const { picture, progress, error, retry, state } = useDecoded({ model, args, makeCodes: rowCodes, active });
  const preview = previewOf(args);
  // Ink of another model, or of other codes, gives way to the preview where that shows what was asked for.
  const ink = state === 'ready' || (!preview && model.shipped) ? picture?.ink : undefined;
  return (
    <div className="encoder-model" data-state={model.shipped ? state : 'ready'} data-model={model.id}>
      <PaneLabel
        text={text}
        error={error}
        progress={progress}
        remark={model.shipped ? remark : [remark, 'drawn beforehand'].filter(Boolean).join('; ')}
      />
      <div className="encoder-strips">
        {rowTexts[args.kind].map((row, i) => {
          const label = `${text}, ${row}: ${labels[args.kind]}`;
          return (
            <StripOf key={row} row={row}>
              {preview && !ink ? (
                <SpriteCell
                  url={`${modelsUrl}${model.id}/${previewFile(args.kind)}`}
                  rows={preview.rows}
                  columns={1}
                  row={preview.first + i}
                  column={0}
                  label={label}
                />
              ) : (
                <DigitGrid
                  rows={1}
                  columns={numColumns}
                  cellSize={cellSize}
                  label={label}
                  ink={ink?.subarray(i * rowLength, (i + 1) * rowLength)}
                />
              )}
            </StripOf>
          );
        })}
      </div>
      {error && <PaneFailure error={error} onRetry={retry} />}
    </div>
  );
}

const labels = {
  reconstructions: 'reconstructions of ten images, one of each class',
  interpolation: 'ten pictures from the code of a training image to that of a validation image',
  samples: 'pictures of ten drawn codes',
} as const;
