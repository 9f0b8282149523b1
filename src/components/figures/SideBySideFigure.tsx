/** The same contents in every class, drawn by several models beside each other; σ changes all of them together. */
import { useMemo, useState, type CSSProperties } from 'react';
import { CopyLink } from '../controls/CopyLink.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { SigmaToggle } from '../controls/SigmaToggle.tsx';
import { useFigureState } from './hooks/use-figure-state.ts';
import { useHydrated } from './hooks/use-hydrated.ts';
import { useInView } from './hooks/use-in-view.ts';
import { usePrefetch } from './hooks/use-prefetch.ts';
import { OriginalImage, OriginalsMissing } from './OriginalImage.tsx';
import { formatState } from './state/fields.ts';
import { classOf } from './state/images.ts';
import { formatPageHash } from './state/page-hash.ts';
import { nextSeed } from './state/seeds.ts';
import {
  contentSources,
  contentsOf,
  isPreviewGrid,
  sideBySideFields,
  type SideBySideFacts,
} from './state/side-by-side.ts';
import { TransferPane } from './TransferPane.tsx';

const sourceTexts = { each: 'one of each class', ones: 'ten ones, by slant', any: 'any' } as const;
const sourceOptions = contentSources.map((value) => ({ value, text: sourceTexts[value] }));

export function SideBySideFigure({ facts }: { readonly facts: SideBySideFacts }) {
  const { name, levels, labels, originalsUrl } = facts;
  const fields = useMemo(() => sideBySideFields(facts), [facts]);
  const [state, change] = useFigureState(name, fields);
  const { sigma, from, seed } = state;
  const [root, attach] = useState<Element | null>(null);
  const enabled = useHydrated();
  const inView = useInView(root);
  const args = useMemo(() => ({ contents: contentsOf(facts, { from, seed }) }), [facts, from, seed]);
  const at = levels.findIndex((level) => level.sigma === sigma);
  const { models } = levels[at];
  usePrefetch(
    levels.filter((_, i) => Math.abs(i - at) === 1).flatMap((level) => level.models.map(({ id }) => id)),
    inView && levels.length > 1,
  );
  const style = { '--panes': models.length } as CSSProperties;
  return (
    <div
      ref={attach}
      className="island not-content"
      role="group"
      aria-label={facts.label}
      data-figure={name}
      data-state="ready"
      tabIndex={enabled ? -1 : 0}
    >
      <div className="island-controls">
        {levels.length > 1 && (
          <SigmaToggle
            sigmas={levels.map((level) => level.sigma)}
            sigma={sigma}
            onChange={(value) => change({ sigma: value })}
            disabled={!enabled}
          />
        )}
        <Segmented
          legend="Contents"
          options={sourceOptions}
          value={from}
          onChange={(value) => change({ from: value, seed: 0 })}
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
      <div className="transfer-panes" style={style}>
        {models.map((model, place) => (
          <TransferPane
            key={place}
            model={model}
            facts={facts}
            args={args}
            isPreview={isPreviewGrid(state)}
            active={inView}
          >
            {originalsUrl && (
              <div className="cell-row pane-originals">
                {args.contents.map((image, i) => (
                  <OriginalImage
                    key={i}
                    originalsUrl={originalsUrl}
                    image={image}
                    {...(place === 0
                      ? { label: `Content of image ${image}, class ${classOf(labels, image)}` }
                      : {})}
                  />
                ))}
              </div>
            )}
          </TransferPane>
        ))}
      </div>
      {!originalsUrl && <OriginalsMissing />}
      <div className="island-foot">
        <span className="remark">
          Contents above, classes 0 to 9 downwards. A dot marks what the judge does not read as its class.
        </span>
        <CopyLink
          link={() =>
            new URL(formatPageHash(new Map([[name, formatState(fields, state)]])), window.location.href).href
          }
          disabled={!enabled}
        />
      </div>
    </div>
  );
}
