/** One checkpoint in four runtimes: the same ten pictures, and how long each takes in this browser. */
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { Island } from '../shell/Island.tsx';
import { ModelChoice } from '../own-model/ModelChoice.tsx';
import { checkpointFields } from '../shell/state/checkpoint-fields.ts';
import { presetsOf, sigmasOf, type FigureFacts } from '../shell/state/checkpoints.ts';
import { LatencyChart } from './LatencyChart.tsx';
import { RuntimePictures } from './RuntimePictures.tsx';
import { RuntimeTable } from './RuntimeTable.tsx';
import { comparisonStatus } from './state.ts';
import { useComparison } from './use-comparison.ts';
import { useSubject } from './use-subject.ts';

export function EngineRoomFigure({ facts }: { readonly facts: FigureFacts }) {
  const figure = useFigure('engine-room', facts, checkpointFields);
  const { choice, model, preview, enabled, state, change } = figure;
  const { subject, what, isOfSite } = useSubject(model, choice);
  const comparison = useComparison(subject);
  const { results, running, start, stop } = comparison;
  const ofSite = enabled && isOfSite && !running;
  return (
    <Island
      island={figure}
      label="Four runtimes"
      runs={isOfSite ? [choice.id] : []}
      state={running ? 'loading' : 'ready'}
      foot={<ModelChoice model={model} disabled={!enabled} />}
    >
      <div className="island-controls">
        <PresetToggle
          presets={presetsOf(facts.checkpoints)}
          preset={state.preset}
          onChange={(preset) => change({ preset })}
          disabled={!ofSite}
        />
        <SigmaToggle
          sigmas={sigmasOf(facts.checkpoints, choice.preset)}
          sigma={choice.contentNoiseStd}
          onChange={(sigma) => change({ sigma })}
          disabled={!ofSite}
        />
        <button
          type="button"
          className="button runtime-start"
          disabled={!enabled}
          onClick={running ? stop : start}
        >
          {running ? 'Stop' : 'Measure here'}
        </button>
        <FigureStatus status={comparisonStatus(comparison, what)} onRetry={start} />
      </div>
      <RuntimePictures results={results} preview={isOfSite ? preview.url : ''} what={what} />
      <div className="island-body">
        <LatencyChart results={results} />
        <p className="remark">
          The median of nine samples, warm, in a worker: from the codes to the pictures in memory, without
          drawing them. “Received” is what travelled, compressed where the server does that.
        </p>
      </div>
      <RuntimeTable results={results} />
    </Island>
  );
}
