/** The same contents in every class, drawn by several models beside each other; σ, or the epoch, changes all of them together. */
import { useMemo, type CSSProperties } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { Stays } from '../../controls/Stays.tsx';
import { StopSlider } from '../../controls/StopSlider.tsx';
import { OriginalImage, OriginalsMissing } from '../originals/OriginalImage.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { usePrefetch } from '../shell/hooks/use-prefetch.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { classOf } from '../shell/state/images.ts';
import {
  atLevel,
  contentsOf,
  isPreviewGrid,
  levelOf,
  sideBySideFields,
  type SideBySideFacts,
} from './state.ts';
import { TransferPane } from './TransferPane.tsx';

const sourceTexts = { each: 'one of each class', ones: 'ten ones, by slant', any: 'any' } as const;

export function SideBySideFigure({ facts }: { readonly facts: SideBySideFacts }) {
  const { name, axis, levels, sources, labels, originalsUrl } = facts;
  const fields = useMemo(() => sideBySideFields(facts), [facts]);
  const island = useIsland(name, fields);
  const { state, change, enabled, inView } = island;
  const { from, seed } = state;
  const level = levelOf(facts, state);
  const args = useMemo(() => ({ contents: contentsOf(facts, { from, seed }) }), [facts, from, seed]);
  const at = levels.findIndex((each) => each.level === level);
  const { models } = levels[at];
  usePrefetch(
    levels.filter((_, i) => Math.abs(i - at) === 1).flatMap(({ models: near }) => near.map(({ id }) => id)),
    inView && levels.length > 1,
  );
  const engineKind = useEngineKind();
  const style = { '--panes': models.length } as CSSProperties;
  return (
    <Island
      island={island}
      label={facts.label}
      runs={models.map(({ id }) => id)}
      state="ready"
      foot={
        <span className="remark">
          <span>
            Contents above, classes 0 to 9 downwards. Where the judge reads another class, there is a dot.
          </span>
          {axis === 'epoch' && engineKind === 'onnx' && (
            <span> Earlier epochs have no ONNX file: tfjs draws them.</span>
          )}
        </span>
      }
    >
      <div className="island-controls">
        {levels.length > 1 && axis === 'sigma' && (
          <SigmaToggle
            sigmas={levels.map((each) => each.level)}
            sigma={level}
            onChange={(value) => change(atLevel(axis, value))}
            disabled={!enabled}
          />
        )}
        {axis === 'epoch' && (
          <Stays>
            <StopSlider
              label="After epoch"
              name="After epoch"
              stops={levels.map((each) => each.level)}
              value={level}
              textOf={(epoch) => `epoch ${epoch}`}
              onChange={(value) => change(atLevel(axis, value))}
              disabled={!enabled}
            />
          </Stays>
        )}
        <Segmented
          legend="Contents"
          options={sources.map((value) => ({ value, text: sourceTexts[value] }))}
          value={from}
          onChange={(value) => change({ from: value, seed: 0 })}
          disabled={!enabled}
        />
        <NextSeed seed={seed} onChange={(next) => change({ seed: next })} disabled={!enabled}>
          Other images
        </NextSeed>
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
    </Island>
  );
}
