/** Learning, epoch by epoch: the same reconstructions and transfers after each, with the loss beside them. */
import { useMemo } from 'react';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { boundText } from '../../layout/bound-text.ts';
import { lossTexts } from '../losses/loss-texts.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { EpochCurve } from './EpochCurve.tsx';
import { EpochRows } from './EpochRows.tsx';
import { EpochScrub } from './EpochScrub.tsx';
import {
  epochsFields,
  explainGaps,
  findRun,
  hasRun,
  lossesOf,
  neighbouringRuns,
  sigmasOfRuns,
  type EpochsFacts,
} from './state.ts';
import { useEpochPlayer } from './use-epoch-player.ts';
import { useSheet, useSheetPrefetch } from './use-sheet.ts';

const name = 'epochs';

export function EpochScrubberFigure({ facts }: { readonly facts: EpochsFacts }) {
  const { runs, numEpochs, modelsUrl, sheetFile } = facts;
  const fields = useMemo(() => epochsFields(facts), [facts]);
  const island = useIsland(name, fields);
  const { state, enabled, inView, link } = island;
  const run = findRun(runs, state);
  const first = findRun(runs, facts.initial);
  const urlOf = (id: string): string => `${modelsUrl}${id}/${sheetFile}`;
  const sheet = useSheet(urlOf(run.id), run.bytes, inView);
  const neighbours = neighbouringRuns(runs, run);
  useSheetPrefetch(
    neighbours.map(({ id, bytes }) => ({ source: urlOf(id), bytes })),
    inView && sheet.state === 'ready',
  );
  const shownRun = runs.find(({ id }) => urlOf(id) === sheet.shown?.source) ?? first;
  const player = useEpochPlayer(island, { numEpochs, works: inView && sheet.state === 'ready' });
  const { epoch, rest } = player;

  const shownText = `${lossTexts[shownRun.loss]}, σ ${shownRun.contentNoiseStd}`;
  const shownEpoch = sheet.shown ? epoch : numEpochs;
  const status = sheet.error
    ? ({
        kind: 'error',
        title: sheet.error.title,
        meanwhile: `The picture shows ${shownText}, epoch ${shownEpoch}.`,
        details: sheet.error.message,
      } as const)
    : sheet.state === 'loading' && sheet.progress
      ? ({ kind: 'loading', what: 'Loading the pictures', ...sheet.progress } as const)
      : ({ kind: 'ready', text: `Drawn at training time: ${shownText}.` } as const);
  const gaps = boundText(explainGaps(runs));

  return (
    <Island
      island={{ ...island, link: () => link({ epoch }) }}
      label="Learning, epoch by epoch"
      runs={[run.id]}
      state={sheet.state}
      foot={<span className="remark">{gaps}</span>}
    >
      <div className="island-controls">
        <Segmented
          legend="Loss"
          options={lossesOf(runs).map((loss) => ({
            value: loss,
            text: lossTexts[loss],
            disabled: !hasRun(runs, loss, run.contentNoiseStd),
          }))}
          value={run.loss}
          onChange={(loss) => rest({ loss })}
          disabled={!enabled}
        />
        <Segmented
          legend={
            <>
              Noise std <var>σ</var>
            </>
          }
          options={sigmasOfRuns(runs).map((sigma) => ({
            value: sigma,
            text: String(sigma),
            name: `noise σ ${sigma}`,
            disabled: !hasRun(runs, run.loss, sigma),
          }))}
          value={run.contentNoiseStd}
          onChange={(sigma) => rest({ sigma })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={sheet.retry} />
      </div>
      <noscript>With JavaScript, every epoch can be seen.</noscript>
      <div className="island-body epochs-body">
        <EpochRows
          columns={facts.columns}
          originalsUrl={facts.originalsUrl}
          text={`${shownText}, after epoch ${shownEpoch}`}
          {...(sheet.shown
            ? { url: sheet.shown.url, numRows: numEpochs, row: shownEpoch }
            : { url: facts.firstFrameUrl, numRows: 1, row: 1 })}
        />
        <EpochScrub player={player} numEpochs={numEpochs} disabled={!enabled} />
        <div className="island-side">
          <EpochCurve
            runs={runs}
            run={run}
            epoch={epoch}
            numEpochs={numEpochs}
            floor={facts.floor}
            onEpoch={enabled ? (chosen) => rest({ epoch: chosen }) : undefined}
          />
        </div>
      </div>
    </Island>
  );
}
