/** A VAE trained in the page by the trainer's own code: what both parts of its loss do to pictures and codes. */
import { useMemo } from 'react';
import { createEncoderTrainer } from '../../../engine/encoder-trainer-client.ts';
import type { FromEncoderTrainer, ToEncoderTrainer } from '../../../engine/encoder-trainer-protocol.ts';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { stepsPerSecond } from '../train/pace.ts';
import { RunControls } from '../train/RunControls.tsx';
import { islandState } from '../train/run-phase.ts';
import { createRunStore } from '../train/run-store.ts';
import { useRun } from '../train/use-run.ts';
import { runStatus } from './run-status.ts';
import { noRun, viewAfter, type VaeView } from './run-view.ts';
import {
  areOtherSettings,
  settingsOf,
  trainVaeFields,
  type TrainVaeFacts,
  type TrainVaeState,
} from './state.ts';
import { VaeBody } from './VaeBody.tsx';
import { VaeSettings } from './VaeSettings.tsx';

const createRun = () =>
  createRunStore<VaeView, ToEncoderTrainer, FromEncoderTrainer>({
    noRun,
    viewAfter,
    makeTrainer: createEncoderTrainer,
  });

export function TrainVaeFigure({ facts }: { readonly facts: TrainVaeFacts }) {
  const { mnist, first } = facts;
  const fields = useMemo(() => trainVaeFields(facts), [facts]);
  const island = useIsland('train-vae', fields);
  const { state, change, enabled, inView } = island;
  const [view, run] = useRun(inView, createRun);

  const { phase, started } = view;
  const hasRun = started !== undefined && phase !== 'starting';
  const canGoOn = hasRun && phase !== 'diverged' && phase !== 'failed';

  const start = (then: () => void): void => {
    run.send({ type: 'pace', stepsPerSecond: stepsPerSecond[state.pace] });
    run.begin({ type: 'start', settings: settingsOf(state), mnist }, then);
  };
  const makeStep = (): void => run.send({ type: 'step' });
  const changed = (next: Partial<TrainVaeState>): void => {
    change(next);
    const { divergenceWeight } = next;
    if (canGoOn && divergenceWeight !== undefined) run.send({ type: 'weight', divergenceWeight });
  };

  return (
    <Island island={island} label="Train a VAE" state={islandState(phase)} foot={null}>
      <div className="island-controls train-controls">
        <VaeSettings state={state} mnist={mnist} onChange={changed} disabled={!enabled} />
        <RunControls
          playing={phase === 'playing'}
          pace={state.pace}
          hasRun={hasRun}
          onPlay={(on) => {
            if (!on) run.pause();
            else if (canGoOn) run.play();
            else start(run.play);
          }}
          onStep={() => (canGoOn ? makeStep() : start(makeStep))}
          onRestart={() => start(run.play)}
          onPace={(pace) => {
            change({ pace });
            run.send({ type: 'pace', stepsPerSecond: stepsPerSecond[pace] });
          }}
          disabled={!enabled || phase === 'starting'}
        />
        <NextSeed seed={state.seed} onChange={(seed) => changed({ seed })} disabled={!enabled}>
          {`Seed ${state.seed}: take the next`}
        </NextSeed>
        <FigureStatus status={runStatus(view, first)} onRetry={() => start(run.play)} />
      </div>
      <noscript>With JavaScript, this page trains.</noscript>
      {hasRun && areOtherSettings(started.settings, settingsOf(state)) && (
        <p className="remark">What you changed holds from the next start on.</p>
      )}
      <VaeBody first={first} view={view} />
    </Island>
  );
}
