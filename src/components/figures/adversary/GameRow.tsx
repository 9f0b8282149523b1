/** What one generator drew from ten codes, always the same, after an epoch: cut from the picture of all epochs when that is there. */
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { WhatToDo } from '../../controls/WhatToDo.tsx';
import { useSheet } from '../epochs/use-sheet.ts';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import type { ComparedRun } from './comparisons.ts';
import type { GamesFacts } from './games.ts';

interface GameRowProps {
  readonly run: ComparedRun;
  readonly facts: GamesFacts;
  readonly epoch: number;
  readonly inView: boolean;
}

export function GameRow({ run: { id, text }, facts, epoch, inView }: GameRowProps) {
  const { courses, sheetBytes, numEpochs, modelsUrl, sheetFile, samplesFile, sampleRows } = facts;
  const folder = `${modelsUrl}${id}/`;
  const { shown, error, progress, retry } = useSheet(`${folder}${sheetFile}`, sheetBytes[id], inView);
  const shownEpoch = shown ? epoch : numEpochs;
  const score = courses[id].inception[shownEpoch - 1].toFixed(2);
  const label = `${text}, after epoch ${shownEpoch}: ten pictures, Inception Score ${score}`;
  return (
    <div className="game-row" data-state={error ? 'error' : shown ? 'ready' : 'loading'}>
      <PaneLabel text={text} error={error} progress={progress} remark={`IS ${score}`} />
      <SpriteCell
        {...(shown
          ? { url: shown.url, rows: numEpochs, row: epoch - 1 }
          : { url: `${folder}${samplesFile}`, rows: sampleRows, row: 0 })}
        columns={1}
        column={0}
        label={label}
      />
      {error && (
        <div className="pane-failure">
          <p role="status">{error.title}</p>
          <WhatToDo advice={error.message} onRetry={retry} />
        </div>
      )}
    </div>
  );
}
