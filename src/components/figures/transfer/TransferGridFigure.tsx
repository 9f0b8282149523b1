/** Content codes of ten images along the top, ten class codes down the side; one cell enlarged with its two parents. */
import { SigmaText } from '../../controls/SigmaText.tsx';
import { useState } from 'react';
import { ownNameOf } from '../../../engine/checkpoint-key.ts';
import { transfers } from '../../../networks/generator/codes.ts';
import { Choice } from '../../controls/Choice.tsx';
import { aDigit } from '../../controls/digit-words.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { HoldButton } from '../../controls/HoldButton.tsx';
import { ClassAxis } from '../shell/ClassAxis.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { costOnScreen } from '../own-model/use-own-model.ts';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgeRemark } from '../shell/JudgeRemark.tsx';
import { findCheckpoint, sigmasOf, type FigureFacts } from '../shell/state/checkpoints.ts';
import { shownImages, withItem } from '../shell/state/images.ts';
import { countText, missedBy, withReading } from '../shell/state/readings.ts';
import { ContentAxis } from './ContentAxis.tsx';
import { levelToCompare, transferFields } from './state.ts';
import { TransferInspector } from './TransferInspector.tsx';

interface TransferGridFigureProps {
  readonly facts: FigureFacts;
  readonly hero?: boolean;
}

export function TransferGridFigure({ facts, hero = false }: TransferGridFigureProps) {
  const figure = useFigure('transfer', facts, transferFields);
  const { state, change, choice, model, preview, enabled, inView } = figure;
  const { previewImages } = facts;
  const [comparing, setComparing] = useState(false);
  const sigmas = sigmasOf(facts.checkpoints, choice.preset);
  const versus = levelToCompare(sigmas, choice.contentNoiseStd, state.versus);

  const classes = Array.from({ length: facts.numClasses }, (_, digit) => digit);
  const live = usePicture({
    id: comparing ? findCheckpoint(facts.checkpoints, choice.preset, versus).id : model.id,
    args: { contents: state.picks, classes },
    makeBatch: transfers,
    active: inView,
  });
  const { picture } = live;
  const readings = useReadings(live, facts.judge);
  const columns = shownImages(picture?.request.args.contents ?? previewImages, {
    checkpoint: picture?.checkpoint,
    previewImages,
  });
  const shown = facts.checkpoints.find(({ id }) => id === picture?.request.id) ?? preview.choice;
  const own = picture && ownNameOf(picture.request.id);
  const grid = { rows: classes.length, columns: columns.length, cellSize: 28 };
  const classOfCell = (cell: number): number => Math.floor(cell / columns.length);
  const select = (cell: number): void => change({ cell });

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Transfer grid"
      beside={
        <div className="side-row">
          <HoldButton held={comparing} onChange={setComparing} disabled={!enabled}>
            Hold to see
          </HoldButton>
          <Choice
            label={<span className="unseen">Compare with</span>}
            options={sigmas
              .filter((value) => value !== choice.contentNoiseStd)
              .map((value) => ({ value, text: `σ = ${value}` }))}
            value={versus}
            onChange={(sigma) => change({ versus: sigma })}
            disabled={!enabled}
          />
        </div>
      }
      side={
        <>
          <TransferInspector
            facts={facts}
            originalsUrl={model.originalsUrl}
            grid={grid}
            cell={state.cell}
            columns={columns}
            ink={picture?.ink}
            readings={readings.now}
            preview={preview.url}
            labels={picture?.checkpoint.manifest.dataset.labels}
            fixed={hero}
            onPick={(column, image) => change({ picks: withItem(state.picks, column, image) })}
          />
        </>
      }
    >
      <div className="axes" data-comparing={comparing}>
        <p className="axis-corner">
          {own === undefined ? <SigmaText sigma={shown.contentNoiseStd} /> : <span>yours</span>}
        </p>
        <ContentAxis
          columns={columns}
          selected={state.cell % columns.length}
          originalsUrl={model.originalsUrl}
          onSelect={(column) => select(columns[column].digit * columns.length + column)}
        />
        <ClassAxis rows={classes} />
        <DigitGrid
          {...grid}
          label={`Transfers ${own === undefined ? `at σ ${shown.contentNoiseStd}, preset ${shown.preset}` : `of your checkpoint ${own}`}: one class a row, one content a column${
            readings.now
              ? `; the judge reads ${countText(readings.now, classOfCell)} as the class of their row`
              : ''
          }`}
          ink={picture?.ink}
          preview={preview.url}
          isMissed={missedBy(readings.now, classOfCell)}
          cellText={(cell) => {
            const { image, digit } = columns[cell % columns.length];
            const text = `content of image ${image} (${aDigit(digit)}) with class ${classOfCell(cell)}`;
            return withReading(text, readings.now?.[cell]);
          }}
          isMarked={(cell) => columns[cell % columns.length].digit === classOfCell(cell)}
          selected={state.cell}
          onSelect={select}
        />
      </div>
      <JudgeRemark
        judge={facts.judge}
        readings={readings}
        meant={classOfCell}
        numPictures={grid.rows * grid.columns}
        cost={costOnScreen(facts, model, { picture, shown })}
      />
    </FigureShell>
  );
}
