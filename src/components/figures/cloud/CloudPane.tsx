/** What one generator makes of the cloud: sixteen pictures, and how many of them the judge still reads as the image's class. */
import { boundText } from '../../layout/bound-text.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import { classOf } from '../shell/state/images.ts';
import { countText } from '../shell/state/readings.ts';
import {
  cloudCodes,
  drawColumns,
  numDraws,
  type CloudArgs,
  type CloudFacts,
  type CloudModel,
} from './state.ts';

interface CloudPaneProps {
  readonly model: CloudModel;
  readonly facts: CloudFacts;
  readonly args: CloudArgs;
  readonly firstFrame: string;
  readonly active: boolean;
}

export function CloudPane({ model, facts, args, firstFrame, active }: CloudPaneProps) {
  const { judge, labels, initial, levels } = facts;
  const live = usePicture({ id: model.id, args, makeBatch: cloudCodes, active });
  const { picture, progress, error, retry, state } = live;
  const { now, hasJudge } = useReadings(live, judge);
  const shown = picture?.request.args ?? initial;
  const trained = picture
    ? levels.find(({ models }) => models.some(({ id }) => id === picture.request.id))?.sigma
    : initial.sigma;
  const digit = classOf(labels, shown.image);
  const count = now && countText(now, () => digit);
  return (
    <div className="transfer-pane" data-state={state} data-model={model.id}>
      <PaneLabel
        text={model.preset}
        error={error}
        progress={progress}
        notLoaded={boundText(`not loaded; shown: trained with σ = ${trained ?? ''}, noise ${shown.noise}`)}
      />
      <DigitGrid
        rows={numDraws / drawColumns}
        columns={drawColumns}
        cellSize={28}
        label={`Sixteen pictures from the codes of image ${shown.image}, a ${digit}, with noise of ${shown.noise} on its content: preset ${model.preset}, trained with σ ${trained ?? ''}${
          count === undefined ? '' : `; the judge reads ${count} as a ${digit}`
        }`}
        ink={picture?.ink}
        preview={firstFrame}
      />
      {error ? (
        <PaneFailure error={error} onRetry={retry} />
      ) : (
        <p className="remark judge-remark" data-unread={!hasJudge}>
          The judge reads <strong>{count ?? `… of ${numDraws}`}</strong> as <span>{`a ${digit}`}</span>
        </p>
      )}
    </div>
  );
}
