/** The transfer grid of one model among several: from its preview at once, then live; what the judge misreads is marked. */
import type { ReactNode } from 'react';
import { previewFile } from '../../../contract/ids.ts';
import { parseCheckpointKey } from '../../../engine/checkpoint-key.ts';
import { boundText } from '../../layout/bound-text.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { CostBars } from '../shell/CostBars.tsx';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import { countText, missedBy } from '../shell/state/readings.ts';
import { paneCodes, type PaneArgs, type PaneModel, type SideBySideFacts, wordsOf } from './state.ts';

interface TransferPaneProps {
  readonly model: PaneModel;
  readonly facts: SideBySideFacts;
  readonly args: PaneArgs;
  /** The picture made at training time has these contents. */
  readonly isPreview: boolean;
  readonly active: boolean;
  /** Between the name and the grid: its contents. */
  readonly children: ReactNode;
}

export function TransferPane({ model, facts, args, isPreview, active, children }: TransferPaneProps) {
  const { numClasses, modelsUrl, judge, costs } = facts;
  const live = usePicture({ id: model.id, args, makeBatch: paneCodes, active });
  const { picture, progress, error, retry, state } = live;
  const { now, hasJudge } = useReadings(live, judge);
  // The pictures made at training time are those of the finished run.
  const { id: run, epoch } = parseCheckpointKey(model.id);
  // Ink of another model, or of other contents, gives way to the preview where that shows what was asked for.
  const ink = state === 'ready' || !isPreview || epoch !== undefined ? picture?.ink : undefined;
  const shownId = ink && picture ? picture.request.id : run;
  const shown = wordsOf(facts, shownId);
  const meanwhile = shownId === model.id ? '' : boundText(`; shown: ${shown.level}`);
  const read = ink && now;
  const classOf = (cell: number): number => Math.floor(cell / args.contents.length);
  const count = read && countText(read, classOf);
  return (
    <div className="transfer-pane" data-state={state} data-model={model.id}>
      <PaneLabel
        text={model.text}
        error={error}
        progress={progress}
        notLoaded={`not loaded${meanwhile}`}
        loading={`loading${meanwhile}`}
      />
      {children}
      <DigitGrid
        rows={numClasses}
        columns={args.contents.length}
        cellSize={28}
        label={`Transfers of ${shown.text}: one class a row, one content a column${
          count === undefined ? '' : `; the judge reads ${count} as the class of their row`
        }`}
        ink={ink}
        preview={`${modelsUrl}${run}/${previewFile('transfers')}`}
        isMissed={missedBy(read, classOf)}
      />
      {error ? (
        <PaneFailure error={error} onRetry={retry} />
      ) : (
        <p className="remark judge-remark" data-unread={!hasJudge}>
          The judge reads <strong>{count ?? `… of ${numClasses * args.contents.length}`}</strong> as their row
        </p>
      )}
      <CostBars cost={costs[shownId]} />
    </div>
  );
}
