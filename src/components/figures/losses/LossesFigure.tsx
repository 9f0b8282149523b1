/** Models that differ in their loss alone, one a row: the same contents, drawn in their own class or all in one. */
import { SigmaText } from '../../controls/SigmaText.tsx';
import { useMemo } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { ImageNumbers, OriginalRow } from '../originals/OriginalRow.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { ImageRowChoice } from '../shell/ImageRowChoice.tsx';
import { Island } from '../shell/Island.tsx';
import { imagesOfRow, isPreviewRow } from '../shell/state/image-row.ts';
import { classOf } from '../shell/state/images.ts';
import { dotsMean } from '../shell/state/readings.ts';
import { LossRow } from './LossRow.tsx';
import { drawnClasses, lossesFields, type LossesFacts } from './state.ts';

const name = 'losses';

const drawnOptions = drawnClasses.map((value) => ({
  value,
  text: String(value),
  name: value === 'own' ? 'own class' : `class ${value}`,
}));

export function LossesFigure({ facts }: { readonly facts: LossesFacts }) {
  const { labels, originalsUrl, sigma } = facts;
  const island = useIsland(name, lossesFields);
  const { state, change, enabled, inView } = island;
  const { drawn, from, seed } = state;
  const args = useMemo(
    () => ({ drawn, images: imagesOfRow(labels, { from, seed }) }),
    [drawn, from, labels, seed],
  );
  const originals = args.images.map((image) => ({ image, digit: classOf(labels, image) }));
  return (
    <Island
      island={island}
      label="Losses side by side"
      runs={facts.runs.map(({ id }) => id)}
      state="ready"
      foot={
        <span className="remark">
          All at <SigmaText sigma={sigma} />.{' '}
          <span>{`L1, L2: mean error of a pixel, over all ${labels.length} images. ${facts.judge ? dotsMean : ''}`}</span>
        </span>
      }
    >
      <div className="island-controls">
        <div className="losses-drawn">
          <Segmented
            legend="Drawn as class"
            options={drawnOptions}
            value={drawn}
            onChange={(value) => change({ drawn: value })}
            disabled={!enabled}
          />
        </div>
        <ImageRowChoice row={state} onChange={change} disabled={!enabled} />
      </div>
      <div className="loss-rows">
        <p className="loss-label">originals, class and number</p>
        <ImageNumbers images={originals} />
        <OriginalRow images={originals} originalsUrl={originalsUrl} />
        {facts.runs.map((run) => (
          <LossRow
            key={run.id}
            run={run}
            args={args}
            facts={facts}
            isPreview={isPreviewRow(state)}
            active={inView}
          />
        ))}
      </div>
    </Island>
  );
}
