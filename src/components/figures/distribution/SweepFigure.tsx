/** Goes through VAEs one by one: reconstructions, walks between images, and samples of each, with what was measured. */
import { useMemo } from 'react';
import { previewFile } from '../../../contract/ids.ts';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Stays } from '../../controls/Stays.tsx';
import { StopSlider } from '../../controls/StopSlider.tsx';
import { canShow, encoderViews, type EncoderView } from '../encoders/models.ts';
import { useDecoded } from '../encoders/use-decoded.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { DrawAgain } from '../shell/DrawAgain.tsx';
import { modelStatus } from '../shell/state/status.ts';
import { modelAt, stopsOf, sweepCodes, sweepFields, viewOf, type SweepFacts } from './sweep.ts';
import { SweepPictures } from './SweepPictures.tsx';
import { trainingOptions, trainingWords } from './trainings.ts';

const viewTexts: Readonly<Record<EncoderView, string>> = {
  reconstructions: 'reconstructions',
  interpolation: 'walks',
  samples: 'samples',
};

export function SweepFigure({ facts }: { readonly facts: SweepFacts }) {
  const { name, title, symbol, says, models, modelsUrl, originalsUrl } = facts;
  const fields = useMemo(() => sweepFields(facts), [facts]);
  const island = useIsland(name, fields);
  const { state, change, enabled, inView } = island;
  const model = modelAt(models, state);
  const view = viewOf(model, state);
  const comparesTrainings = models.some(({ kl }) => kl === 'without');
  const live = useDecoded({
    model,
    args: { view, seed: state.seed },
    makeCodes: sweepCodes,
    active: inView,
  });
  const { picture } = live;
  const drawn = picture?.request.id === model.id && picture.request.args.view === view ? picture : undefined;
  const what = `${symbol} = ${model.stop}${comparesTrainings ? `, ${trainingWords[model.kl]}` : ''}`;
  const status = modelStatus({
    what,
    isLive: drawn !== undefined,
    engineKind: useEngineKind(),
    progress: live.progress,
    error: live.error,
  });

  return (
    <Island
      island={island}
      label={title}
      checkpoint={model.id}
      state={model.shipped ? live.state : 'ready'}
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <Stays>
          <StopSlider
            label={
              <>
                {says}, <var>{symbol}</var>
              </>
            }
            name={`${says}, ${symbol}`}
            stops={stopsOf(models)}
            value={model.stop}
            textOf={(value) => `${symbol} = ${value}`}
            onChange={(stop) => change({ stop })}
            disabled={!enabled}
          />
        </Stays>
        {comparesTrainings && (
          <Segmented
            legend="Trained"
            options={trainingOptions}
            value={model.kl}
            onChange={(kl) => change({ kl })}
            disabled={!enabled}
          />
        )}
        <Segmented
          legend="Show"
          options={encoderViews.map((value) => ({
            value,
            text: viewTexts[value],
            disabled: !canShow(model, value),
          }))}
          value={view}
          onChange={(next) => change({ view: next })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={live.retry} />
      </div>
      <div className="island-body">
        <SweepPictures
          view={view}
          what={what}
          ink={drawn?.ink}
          preview={`${modelsUrl}${model.id}/${previewFile(view)}`}
          originalsUrl={originalsUrl}
        />
        <div className="island-side">
          <dl className="readings sweep-readings">
            {model.measurements.map(([measure, value]) => (
              <div key={measure}>
                <dt>{measure}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="sweep-ending" data-kind={model.ending?.kind}>
            {model.ending?.message}
          </p>
          {view === 'samples' && (
            <DrawAgain
              seed={state.seed}
              onChange={(seed) => change({ seed })}
              disabled={!enabled || !model.shipped}
            />
          )}
        </div>
      </div>
    </Island>
  );
}
