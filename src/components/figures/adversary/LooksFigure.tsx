/** Walks between codes, drawn live; a place on one of them, and what the discriminator makes of the picture there. */
import { useMemo } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { StopSlider } from '../../controls/StopSlider.tsx';
import { engineKindFor } from '../../../engine/setting.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { modelStatus } from '../shell/state/status.ts';
import { scoreText } from './games.ts';
import { GradientMap } from './GradientMap.tsx';
import {
  keyOf,
  looksCodes,
  looksFields,
  numSteps,
  numWalks,
  placeOfStep,
  stepAt,
  type LooksFacts,
} from './looks.ts';
import { useLook } from './use-look.ts';

const cellSize = 28;
const grid = { rows: numWalks, columns: numSteps, cellSize };
const numPixels = cellSize * cellSize;

export function LooksFigure({ facts }: { readonly facts: LooksFacts }) {
  const { runs, epochs, modelsUrl, previewFile, first } = facts;
  const fields = useMemo(() => looksFields(facts), [facts]);
  const island = useIsland('looks', fields);
  const { state, change, enabled, inView } = island;
  const { of, epoch, seed, walk, at } = state;
  const key = keyOf(state, epochs);
  const live = useDrawing({
    family: 'gan',
    id: key,
    args: { seed, walk, at },
    makeBatch: looksCodes,
    active: inView,
  });
  const { score, gradient } = useLook(live.picture) ?? first;
  const run = runs.find(({ id }) => id === of) ?? runs[0];
  const { real, fake } = run.means[epoch];
  const what = `${run.text}, after epoch ${epoch}`;
  const kind = engineKindFor(key, useEngineKind());
  const status = modelStatus({
    what,
    isLive: live.picture !== undefined,
    engineKind: kind,
    progress: live.progress,
    error: live.error,
  });
  const ink = live.picture?.ink;
  const preview = `${modelsUrl}${of}/${previewFile}`;
  const step = stepAt(at);

  return (
    <Island
      island={island}
      label="Walks between codes, and the discriminator’s look at them"
      checkpoint={key}
      state={live.state}
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <Choice
          label="Network"
          options={runs.map(({ id, text }) => ({ value: id, text }))}
          value={of}
          onChange={(next) => change({ of: next })}
          disabled={!enabled}
        />
        <StopSlider
          label="After epoch"
          name="After epoch"
          stops={epochs}
          value={epoch}
          textOf={(each) => `epoch ${each}`}
          onChange={(next) => change({ epoch: next })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={live.retry} />
      </div>
      <div className="island-body">
        <div className="look-walks">
          <p className="axis-title">five walks, each between two codes from N(0, I)</p>
          <DigitGrid
            {...grid}
            label="Walks between codes"
            ink={ink?.subarray(0, -numPixels)}
            preview={preview}
            cellText={(cell) => `Walk ${Math.floor(cell / numSteps) + 1}, step ${(cell % numSteps) + 1}`}
            selected={walk * numSteps + step}
            onSelect={(cell) =>
              change({ walk: Math.floor(cell / numSteps), at: placeOfStep(cell % numSteps) })
            }
          />
          <Slider
            label={`Along walk ${walk + 1}`}
            value={at}
            max={1}
            step={0.01}
            text={at.toFixed(2)}
            onChange={(next) => change({ at: next })}
            disabled={!enabled}
          />
          <NextSeed seed={seed} onChange={(next) => change({ seed: next })} disabled={!enabled}>
            Other codes
          </NextSeed>
        </div>
        <div className="island-side">
          <div className="look-pair">
            <figure className="close-up">
              {ink ? (
                <DigitGrid
                  rows={1}
                  columns={1}
                  cellSize={cellSize}
                  label={`Picture at ${at.toFixed(2)} of walk ${walk + 1}, ${what}`}
                  ink={ink.subarray(-numPixels)}
                />
              ) : (
                <SpriteCell
                  url={preview}
                  rows={numWalks}
                  columns={numSteps}
                  row={walk}
                  column={step}
                  label={`Picture at step ${step + 1} of walk ${walk + 1}, ${what}`}
                />
              )}
              <figcaption>the picture</figcaption>
            </figure>
            <figure className="close-up">
              <GradientMap gradient={gradient} />
              <figcaption>what would raise its score</figcaption>
            </figure>
          </div>
          <ul className="look-key" aria-hidden="true">
            <li data-sign="more">more ink</li>
            <li data-sign="less">less ink</li>
          </ul>
          <dl className="readings look-scores">
            <div>
              <dt>score of this picture</dt>
              <dd>{scoreText(score)}</dd>
            </div>
            <div>
              <dt>mean score of training images</dt>
              <dd>{scoreText(real)}</dd>
            </div>
            <div>
              <dt>mean score of pictures</dt>
              <dd>{scoreText(fake)}</dd>
            </div>
          </dl>
        </div>
      </div>
    </Island>
  );
}
