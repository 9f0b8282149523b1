/** Samples of one model: the picture made at training time at first, then drawn here, for models whose weights the site has. */
import { previewFile } from '../../../contract/ids.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import type { EncoderFamily } from '../encoders/models.ts';
import type { PictureRequest } from '../shell/state/picture-stream.ts';
import type { AxisFamily } from './models.ts';
import type { AxisModel } from './models.ts';
import { encoderSheet, ganSheet, gloSheet, sheets, type SheetArgs } from './sheet.ts';

interface ModelSheetProps {
  /** Above the pictures. */
  readonly title: string;
  readonly model: Pick<AxisModel, 'id' | 'family' | 'text' | 'shipped'>;
  readonly modelsUrl: string;
  readonly args: SheetArgs;
  readonly active: boolean;
}

/** Each family draws from codes of its own kind. */
export function ModelSheet({ model, ...props }: ModelSheetProps) {
  switch (model.family) {
    case 'glo':
      return <SheetOf model={model} family="glo" makeBatch={gloSheet} {...props} />;
    case 'gan':
      return <SheetOf model={model} family="gan" makeBatch={ganSheet} {...props} />;
    case 'autoencoder':
    case 'vae':
      return (
        <SheetOf<EncoderFamily> model={model} family={model.family} makeBatch={encoderSheet} {...props} />
      );
  }
}

interface SheetOfProps<Family extends AxisFamily> extends ModelSheetProps {
  readonly family: Family;
  readonly makeBatch: PictureRequest<SheetArgs, Family>['makeBatch'];
}

function SheetOf<Family extends AxisFamily>({
  title,
  model,
  family,
  makeBatch,
  modelsUrl,
  args,
  active,
}: SheetOfProps<Family>) {
  const { picture, state, progress, error, retry } = useDrawing<SheetArgs, Family>({
    family,
    id: model.id,
    args,
    makeBatch,
    active: active && model.shipped,
  });
  const { rows, columns, parts } = sheets[family];
  const grid = { rows, columns, cellSize: 28 };
  const preview = `${modelsUrl}${model.id}/${previewFile('samples')}`;
  // Ink of another model gives way to the picture made at training time.
  const ink = picture?.request.id === model.id ? picture.ink : undefined;
  return (
    <div className="model-sheet" data-state={model.shipped ? state : 'ready'} data-model={model.id}>
      <PaneLabel
        text={title}
        error={error}
        progress={progress}
        remark={ink ? 'live' : model.shipped ? '' : 'drawn beforehand'}
      />
      {parts.length === 1 ? (
        <>
          <p className="axis-title">{parts[0]}</p>
          <DigitGrid {...grid} label={`Samples of ${model.text}, ${parts[0]}`} ink={ink} preview={preview} />
        </>
      ) : (
        parts.map((from, part) => (
          <div key={from}>
            <p className="axis-title">{from}</p>
            <div className="sheet-cells">
              {Array.from({ length: columns }, (_, i) => (
                <GridCell
                  key={i}
                  grid={grid}
                  cell={part * columns + i}
                  ink={ink}
                  preview={preview}
                  label={`Sample ${i + 1} of ${model.text}, ${from}`}
                />
              ))}
            </div>
          </div>
        ))
      )}
      {error && <PaneFailure error={error} onRetry={retry} />}
    </div>
  );
}
