/** Adversarial training, played: what several generators draw after each epoch from the same codes, and the scores and losses of one of them. */
import { useMemo, useState } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { PlayButton } from '../../controls/PlayButton.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { Stays } from '../../controls/Stays.tsx';
import { useEpochPlay } from '../epochs/use-epoch-play.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { Island } from '../shell/Island.tsx';
import { comparisonOptions, runOf } from './comparisons.ts';
import { CourseChart } from './CourseChart.tsx';
import { GameRow } from './GameRow.tsx';
import { gamesFields, scoreText, type GamesFacts, type GamesState } from './games.ts';
import { ScoreHistogram } from './ScoreHistogram.tsx';

export function GamesFigure({ facts }: { readonly facts: GamesFacts }) {
  const { comparisons, courses, numEpochs, stepsPerEpoch } = facts;
  const fields = useMemo(() => gamesFields(facts), [facts]);
  const island = useIsland('games', fields);
  const { state, change, enabled, inView, link } = island;
  const calm = useReducedMotion();
  /** Where Play is, and in which state it was pressed: any other state, such as a link's, ends it. */
  const [play, setPlay] = useState<{ readonly epoch: number; readonly from: GamesState }>();
  const played = play?.from === state ? play.epoch : undefined;
  const setPlayed = (at: number): void => setPlay({ epoch: at, from: state });
  const epoch = played ?? state.epoch;
  const rest = (changed: Partial<GamesState>): void => {
    setPlay(undefined);
    change({ epoch, ...changed });
  };
  useEpochPlay({
    on: played !== undefined && inView,
    epoch,
    numEpochs,
    calm,
    onEpoch: setPlayed,
    onEnd: () => rest({ epoch: numEpochs }),
  });

  const runs = comparisons[state.compare];
  const { id, text } = runOf(runs, state.of);
  const { discriminatorLoss, generatorLoss, inception, scores } = courses[id];
  const xs = inception.map((_, i) => i + 1);
  const [lossD, lossG] = [discriminatorLoss, generatorLoss].map((losses) => scoreText(losses[epoch - 1]));

  return (
    <Island
      island={{ ...island, link: () => link({ epoch }) }}
      label="Adversarial training, epoch by epoch"
      state="ready"
      foot={
        <span className="remark">{`Drawn at training time. An epoch is ${stepsPerEpoch} generator steps.`}</span>
      }
    >
      <div className="island-controls">
        <Choice
          label="Compare"
          options={comparisonOptions}
          value={state.compare}
          onChange={(compare) => rest({ compare })}
          disabled={!enabled}
        />
        <Choice
          label="Scores and losses of"
          options={runs.map((run) => ({ value: run.id, text: run.text }))}
          value={id}
          onChange={(of) => rest({ of })}
          disabled={!enabled}
        />
      </div>
      <noscript>With JavaScript, every epoch can be seen.</noscript>
      <div className="island-body epochs-body games-body">
        <div className="game-rows">
          {runs.map((run) => (
            <GameRow key={run.id} run={run} facts={facts} epoch={epoch} inView={inView} />
          ))}
        </div>
        <Stays>
          <div className="epochs-scrub">
            <PlayButton
              playing={played !== undefined}
              onChange={(on) => (on ? setPlayed(epoch === numEpochs ? 1 : epoch) : rest({}))}
              disabled={!enabled}
            />
            <Slider
              label="Epoch"
              value={epoch}
              min={1}
              max={numEpochs}
              step={1}
              text={`${epoch} of ${numEpochs}`}
              onChange={(chosen) => rest({ epoch: chosen })}
              disabled={!enabled}
            />
          </div>
        </Stays>
        <div className="island-side">
          <p className="axis-title">{text}</p>
          <ScoreHistogram scores={scores[epoch - 1]} epoch={epoch} what={text} />
          <CourseChart
            title="losses, mean over an epoch"
            unit="epoch"
            curves={[
              { text: 'discriminator', tone: 'series-1', xs, ys: discriminatorLoss },
              { text: 'generator', tone: 'series-2', xs, ys: generatorLoss },
            ]}
            at={epoch}
            label={`Losses of ${text} by epoch; in epoch ${epoch} ${lossD} of the discriminator, ${lossG} of the generator`}
          />
          <CourseChart
            title="Inception Score, and its trend"
            unit="epoch"
            curves={[{ text: 'pictures', tone: 'series-2', xs, ys: inception }]}
            trend
            at={epoch}
            label={`Inception Score of ${text} by epoch; ${inception[epoch - 1].toFixed(2)} after epoch ${epoch}`}
          />
        </div>
      </div>
    </Island>
  );
}
