/** Draw a digit, and watch the codes that draw it being found: ten descents at once, one a class, and what was found in every class. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { getEngine } from '../../../engine/page-engine.ts';
import { concatenate } from '../../../numerics/arrays.ts';
import { PlayButton } from '../../controls/PlayButton.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { ModelChoice } from '../own-model/ModelChoice.tsx';
import { useOwnModel } from '../own-model/use-own-model.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { findCheckpoint } from '../shell/state/checkpoints.ts';
import { modelStatus } from '../shell/state/status.ts';
import { DrawControls } from './DrawControls.tsx';
import { DrawSource } from './DrawSource.tsx';
import { EveryDigit, type Row } from './EveryDigit.tsx';
import { Race } from './Race.tsx';
import { RaceCurve } from './RaceCurve.tsx';
import { bestClass, isDone, numSteps, stepOf, type SearchRequest } from './searcher.ts';
import {
  blank,
  drawFields,
  encodersOf,
  firstFrameStride,
  isFirstFrame,
  paces,
  searchedModel,
  type DrawFacts,
  type DrawState,
} from './state.ts';
import { usePictureSource } from './use-picture-source.ts';
import { useSearch } from './use-search.ts';
import { VaeRow } from './VaeRow.tsx';
import { verdictOf } from './verdict.ts';

const numRows = 4;

/** It is below everything else: its script comes after theirs. */
const Shelf = lazy(async () => ({ default: (await import('./Shelf.tsx')).Shelf }));

export function DrawFigure({ facts }: { readonly facts: DrawFacts }) {
  const { checkpoints, first, given, judge, usualLoss } = facts;
  const fields = useMemo(() => drawFields(facts), [facts]);
  const island = useIsland('draw', fields);
  const { state, change, enabled, inView } = island;
  const { preset, sigma, start, seed, image, pace, vae } = state;
  const model = useOwnModel(searchedModel, findCheckpoint(checkpoints, preset, sigma));
  const { id, own } = model;
  const ofSite = `${preset}, σ\u00a0${sigma}`;
  const modelText = own ? `your checkpoint ${own.name}` : ofSite;
  const encoders = own ? undefined : encodersOf(facts, state);
  const engineKind = useEngineKind();
  const still = useReducedMotion();

  const [playing, setPlaying] = useState(true);
  const [rows, setRows] = useState<readonly Row[]>([]);
  /** The first frame stays until the reader asks for something. */
  const [asked, setAsked] = useState(false);
  if (!asked && (own || !isFirstFrame(state, fields))) setAsked(true);

  const act = (part: Partial<DrawState>): void => {
    setAsked(true);
    setPlaying(true);
    change(part);
  };
  const source = usePictureSource(facts, {
    name: image,
    onChange: (name) => act({ image: name }),
    active: inView,
  });
  const { ink } = source;

  const request = useMemo((): SearchRequest | undefined => {
    if (!asked || !ink || engineKind !== 'tfjs') return undefined;
    return { engine: getEngine(id), id, name: image, image: ink, start, seed, encoders };
  }, [asked, ink, engineKind, id, image, start, seed, encoders]);
  const search = useSearch(request, { active: inView, playing, pace: still ? 'fast' : pace });
  const found = search.isCurrent ? search.found : undefined;
  const done = found && isDone(found) ? found : undefined;
  const key = `${id} ${start} ${seed} ${image}`;
  if (done && rows.at(0)?.found !== done) {
    const others = rows.filter((row) => row.key !== key && row.found.request.name === image);
    setRows([{ key, found: done, model: modelText }, ...others].slice(0, numRows));
  }

  const drawn = useMemo(
    () =>
      done?.everyDigit && {
        request: done.request,
        ink: concatenate([done.request.image, done.everyDigit]),
      },
    [done],
  );
  const readings = useReadings({ picture: drawn, state: drawn ? 'ready' : 'loading' }, judge).now;

  const bestAfter = found?.bestAfter ?? (asked ? undefined : first.bestAfter);
  const shownCurve = bestAfter ?? search.found?.bestAfter ?? first.bestAfter;
  const losses = shownCurve[shownCurve.length - 1];
  const isOwnSheet = search.found === undefined;
  const reading = done ? readings?.[0] : asked ? undefined : first.reading;
  const verdict =
    image === blank
      ? 'Nothing is drawn. An empty picture has no digit to look for.'
      : (done ?? !asked)
        ? verdictOf({
            losses,
            usualLoss: own ? own.measured?.['heldOut.unknown.loss'] : usualLoss[id],
            reading,
          })
        : found
          ? `Ten searches, one in each class: ${stepOf(found)} of ${numSteps} steps. So far ${bestClass(losses)} fits best.`
          : 'The search begins.';

  return (
    <Island
      island={island}
      label="Draw a digit"
      runs={[id]}
      state={search.error ? 'error' : request && !done ? 'loading' : 'ready'}
      foot={
        <>
          <EngineChoice disabled={!enabled} />
          <ModelChoice model={model} disabled={!enabled} />
        </>
      }
    >
      <DrawControls
        facts={facts}
        state={state}
        model={model}
        hasEncoders={encoders !== undefined}
        status={modelStatus({
          what: modelText,
          isLive: search.found !== undefined,
          engineKind,
          progress: search.progress,
          error: search.error,
        })}
        onRetry={search.retry}
        onChange={act}
        enabled={enabled}
      />
      {engineKind === 'onnx' && (
        <p className="remark" role="status">
          A search needs gradients, and an ONNX graph gives pictures alone. Choose the engine tfjs below, and
          it goes on.
        </p>
      )}
      <noscript>With JavaScript, you can draw here.</noscript>
      <div className="draw-body">
        <DrawSource
          given={given}
          image={image}
          source={source}
          onBegin={() => setPlaying(false)}
          active={inView}
          enabled={enabled}
        />
        <div className="draw-search">
          <div className="side-row">
            <PlayButton
              playing={playing && asked && !done && request !== undefined}
              onChange={(on) => {
                // Once it is done it begins again.
                if (on && done) search.restart();
                setAsked(true);
                setPlaying(on);
              }}
              disabled={!enabled || image === blank}
            />
            <button
              type="button"
              className="button"
              disabled={!enabled || image === blank || done !== undefined}
              onClick={() => {
                setAsked(true);
                setPlaying(false);
                search.step();
              }}
            >
              Step
            </button>
            <NextSeed seed={seed} onChange={(next) => act({ seed: next })} disabled={!enabled}>
              From elsewhere
            </NextSeed>
            <Segmented
              legend="Speed"
              options={paces.map((value) => ({ value, text: value }))}
              value={pace}
              onChange={(next) => change({ pace: next })}
              disabled={!enabled || still}
            />
          </div>
          <Race
            losses={losses}
            longest={Math.max(...Array.from(shownCurve[0]))}
            ink={isOwnSheet ? undefined : search.found.ink}
            preview={first.sheet}
          />
          <RaceCurve bestAfter={shownCurve} stride={isOwnSheet ? firstFrameStride : 1} />
          <p className="draw-verdict" aria-live={playing && !done ? 'off' : 'polite'}>
            {verdict}
          </p>
        </div>
      </div>
      <EveryDigit
        rows={rows}
        preview={{ url: first.sheet, model: ofSite, loss: losses[bestClass(losses)] }}
        readings={rows.at(0)?.found === done ? readings?.slice(1) : undefined}
      />
      <VaeRow
        vaes={facts.vaes}
        codeDim={vae}
        onChange={(next) => change({ vae: next })}
        ink={ink}
        active={inView}
        disabled={!enabled}
      />
      <div className="draw-shelf-place">
        {enabled && (
          <Suspense>
            <Shelf
              ink={ink}
              found={done}
              originalsUrl={facts.originalsUrl}
              onTake={source.set}
              active={inView}
              disabled={!enabled}
            />
          </Suspense>
        )}
      </div>
    </Island>
  );
}
