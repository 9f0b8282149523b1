/** Models that differ in their loss alone, one a row: the same contents, drawn in their own class or all in one. */
import { useMemo, useState } from 'react';
import { Choice } from '../controls/Choice.tsx';
import { CopyLink } from '../controls/CopyLink.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { ClassLabel } from './ClassLabel.tsx';
import { useFigureState } from './hooks/use-figure-state.ts';
import { useHydrated } from './hooks/use-hydrated.ts';
import { useInView } from './hooks/use-in-view.ts';
import { LossRow } from './LossRow.tsx';
import { OriginalImage, OriginalsMissing } from './OriginalImage.tsx';
import { formatState } from './state/fields.ts';
import { classOf, imageSources, rowOfImages } from './state/images.ts';
import { drawnClasses, lossesFields, type LossesFacts } from './state/losses.ts';
import { formatPageHash } from './state/page-hash.ts';
import { isPreviewRow, numRowImages } from './state/reconstructions.ts';
import { nextSeed } from './state/seeds.ts';

const name = 'losses';

const sourceOptions = imageSources.map((value) => ({
  value,
  text: value === 'each' ? 'one of each class' : value === 'any' ? 'any class' : `only ${value}`,
}));
const drawnOptions = drawnClasses.map((value) => ({
  value,
  text: String(value),
  name: value === 'own' ? 'own class' : `class ${value}`,
}));

export function LossesFigure({ facts }: { readonly facts: LossesFacts }) {
  const { labels, originalsUrl, sigma } = facts;
  const [state, change] = useFigureState(name, lossesFields);
  const { drawn, from, seed } = state;
  const [root, attach] = useState<Element | null>(null);
  const enabled = useHydrated();
  const inView = useInView(root);
  const args = useMemo(
    () => ({ drawn, images: rowOfImages(labels, { from, seed, count: numRowImages }) }),
    [drawn, from, labels, seed],
  );
  return (
    <div
      ref={attach}
      className="island not-content"
      role="group"
      aria-label="Losses side by side"
      data-figure={name}
      data-state="ready"
      tabIndex={enabled ? -1 : 0}
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
        <Choice
          label="Images"
          options={sourceOptions}
          value={from}
          onChange={(value) => change({ from: value })}
          disabled={!enabled}
        />
        <button
          type="button"
          className="button"
          disabled={!enabled}
          onClick={() => change({ seed: nextSeed(seed) })}
        >
          Other images
        </button>
      </div>
      <div className="loss-rows">
        <p className="loss-label">originals, class and number</p>
        <ol className="cell-row image-numbers">
          {args.images.map((image, i) => (
            <li key={i}>
              <ClassLabel digit={classOf(labels, image)} />
              <small>{image}</small>
            </li>
          ))}
        </ol>
        {originalsUrl ? (
          <div className="cell-row">
            {args.images.map((image, i) => (
              <OriginalImage
                key={i}
                originalsUrl={originalsUrl}
                image={image}
                label={`Original image ${image}, a ${classOf(labels, image)}`}
              />
            ))}
          </div>
        ) : (
          <OriginalsMissing />
        )}
        {facts.runs.map((run) => (
          <LossRow
            key={run.id}
            run={run}
            args={args}
            modelsUrl={facts.modelsUrl}
            isPreview={isPreviewRow(state)}
            active={inView}
          />
        ))}
      </div>
      <div className="island-foot">
        <span className="remark">
          All at <var>σ</var> = {sigma}. L1, L2: mean error of a pixel, over all {labels.length} images.
        </span>
        <CopyLink
          link={() =>
            new URL(formatPageHash(new Map([[name, formatState(lossesFields, state)]])), window.location.href)
              .href
          }
          disabled={!enabled}
        />
      </div>
    </div>
  );
}
