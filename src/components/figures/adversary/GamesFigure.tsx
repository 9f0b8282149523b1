/** Adversarial training, played: what several generators draw after each epoch from the same codes, and the scores and losses of one of them. */
import { useMemo } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { EpochScrub } from '../epochs/EpochScrub.tsx';
import { useEpochPlayer } from '../epochs/use-epoch-player.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { comparisonOptions, runOf } from './comparisons.ts';
import { CourseChart } from './CourseChart.tsx';
import { GameRow } from './GameRow.tsx';
import { gamesFields, scoreText, type GamesFacts } from './games.ts';
import { ScoreHistogram } from './ScoreHistogram.tsx';

export function GamesFigure({ facts }: { readonly facts: GamesFacts }) {
  const { comparisons, courses, numEpochs, stepsPerEpoch } = facts;
  const fields = useMemo(() => gamesFields(facts), [facts]);
  const island = useIsland('games', fields);
  const { state, enabled, inView, link } = island;
  const player = useEpochPlayer(island, { numEpochs, works: inView });
  const { epoch, rest } = player;

  const runs = comparisons[state.compare];
  const { id, text } = runOf(runs, state.of);
  const { discriminatorLoss, generatorLoss, inception, scores } = courses[id];
  const xs = inception.map((_, i) => i + 1);
  const [lossD, lossG] = [discriminatorLoss, generatorLoss].map((losses) => scoreText(losses[epoch - 1]));

  return (
    <Island
      island={{ ...island, link: () => link({ epoch }) }}
      label="Adversarial training, epoch by epoch"
      runs={runs.map((run) => run.id)}
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
        <EpochScrub player={player} numEpochs={numEpochs} disabled={!enabled} />
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
