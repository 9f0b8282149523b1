/** The content codes of a model as a map: a place on it, the content there in every class, and the training images whose codes are nearest. */
import { useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useCodeMap } from '../code-maps/use-code-map.ts';
import { nearestImages } from '../content-map/state.ts';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { withReading } from '../shell/state/readings.ts';
import type * as Looping from './LoopPad.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapCursor } from './MapCursor.tsx';
import { MapLegend } from './MapLegend.tsx';
import { imagesIn, regionOf } from './region.ts';
import {
  allReconstructions,
  colourings,
  contentAt,
  numNearest,
  walkCodes,
  walkFields,
  type WalkFacts,
  type WalkState,
} from './state.ts';
import { useThumbnails } from './use-thumbnails.ts';
import { useWalkMap } from './use-walk-map.ts';
import { percent, WalkControls } from './WalkControls.tsx';

const layoutOptions = [
  { value: 'neighbours', text: 'by neighbours' },
  { value: 'axes', text: 'principal axes' },
] as const;
const colourOptions = colourings.map((value) => ({ value, text: value }));

interface WalkFigureProps {
  readonly facts: WalkFacts;
  /** The dots of the first map: static. */
  readonly children?: ReactNode;
}

export function WalkFigure({ facts, children }: WalkFigureProps) {
  const figure = useFigure('walk', facts, walkFields);
  const { state, change, model, preview, enabled, inView } = figure;
  const { colour, x, y, near, radius, loop, pictures, third, fourth, sample } = state;
  /** By neighbours only the trainer can lay codes out, and a reader's own checkpoint comes without. */
  const layout = model.own ? 'axes' : state.layout;
  /** While a loop is to be drawn; it loads then, and is there at once, as a finger may be. */
  const [looping, setLooping] = useState<typeof Looping>();
  const setIsLooping = async (on: boolean): Promise<void> =>
    setLooping(on ? await import('./LoopPad.tsx') : undefined);
  const legend = useRef<HTMLOListElement>(null);
  const { numClasses } = facts;
  const { id, originalsUrl } = model;
  const grid = { rows: 1, columns: numClasses + numNearest, cellSize: 28 };

  const found = useCodeMap(facts, id, inView);
  const { map } = found;
  const makeBatch = useMemo(() => walkCodes(map), [map]);
  const args = { layout, x, y, near, radius, loop, third, fourth, sample };
  const go = (changed: Partial<WalkState>): void => change({ loop: [], ...changed, sample: 0 });
  const drawn = usePicture({ id, args, makeBatch, active: inView && map !== undefined });
  const live = found.error
    ? { ...drawn, state: 'error' as const, error: found.error, retry: found.retry }
    : drawn;
  const every = usePicture({
    id,
    args: null,
    makeBatch: allReconstructions,
    active: inView && (colour !== 'class' || pictures) && drawn.picture !== undefined,
  });
  const { picture } = live;
  const readings = useReadings(live, facts.judge).now;
  const checkpoint = picture?.request.id === id ? picture.checkpoint : undefined;
  const all = every.picture?.request.id === id ? every.picture : undefined;
  const shown = useWalkMap({
    checkpoint,
    map,
    layout,
    colour,
    drawn: all,
  });
  const nearest =
    checkpoint && map && picture
      ? nearestImages(checkpoint.contentCodes, contentAt(checkpoint, map, picture.request.args), numNearest)
      : facts.firstNearest;
  const numImages = (checkpoint?.manifest.dataset ?? facts).numImages;
  const onAxes = layout === 'axes';
  const thumbnails = useThumbnails(pictures, shown, all?.ink);
  const isSample = sample > 0;
  const region = isSample ? undefined : regionOf(state);
  const within = shown && region ? imagesIn(shown.places, region) : [];
  const isAtMark = !isSample && region?.kind !== 'loop';
  const ringed = isSample
    ? nearest
    : shown && !onAxes && !region
      ? nearestImages(shown.places, [x, y], near)
      : [];
  const at = `at ${percent(x)} across, ${percent(y)} up`;
  const where = isSample
    ? `drawn with seed ${sample}`
    : region && within.length > 0
      ? `the mean of ${within.length} codes ${region.kind === 'loop' ? 'in the loop' : `in a circle ${at}`}`
      : at;
  const cell = (at: number, label: string) => (
    <GridCell grid={grid} cell={at} ink={picture?.ink} preview={preview.url} label={label} />
  );
  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Walk through the content codes"
      slides
      beside={
        <Segmented
          legend="Layout"
          options={layoutOptions}
          value={layout}
          onChange={(next) => change({ layout: next, loop: [] })}
          disabled={!enabled || model.own !== undefined}
        />
      }
      side={
        <>
          <ol className="map-classes" aria-label={`The content ${where}, in every class`}>
            {Array.from({ length: numClasses }, (_, digit) => (
              <li key={digit}>
                <ClassLabel digit={digit} />
                {cell(digit, withReading(`Class ${digit}`, readings?.[digit]))}
              </li>
            ))}
          </ol>
          <WalkControls
            state={state}
            onAxes={onAxes}
            region={region}
            numWithin={within.length}
            isLooping={looping !== undefined}
            onLooping={(next) => void setIsLooping(next)}
            onGo={go}
            onSample={(next) => change({ sample: next })}
            disabled={!enabled}
          />
          <div className="map-nearest">
            <p className="axis-title">
              {`training images whose codes are nearest${originalsUrl ? '' : ', as the model draws them'}`}
            </p>
            <div className="cell-row" style={{ '--count': numNearest } as CSSProperties}>
              {nearest.map((image, i) =>
                originalsUrl ? (
                  <OriginalImage
                    key={i}
                    originalsUrl={originalsUrl}
                    image={image}
                    label={`Original image ${image}`}
                  />
                ) : (
                  <div key={i}>{cell(numClasses + i, `Image ${image}, reconstructed`)}</div>
                ),
              )}
            </div>
          </div>
        </>
      }
    >
      <div className="map walk scrub" data-at-mark={isAtMark}>
        {shown ? (
          <MapCanvas places={shown.places} groups={shown.groups} pictures={thumbnails} legend={legend} />
        ) : (
          children
        )}
        <MapCursor
          label={`${numImages} content codes, one dot a training image, coloured by ${shown?.colour ?? 'class'}, ${onAxes ? 'along the two axes of greatest variance' : 'laid out so that near codes stay near'}. The content is ${where}.`}
          place={isAtMark ? state : undefined}
          region={region}
          places={shown?.places}
          ringed={ringed}
        />
        <ScrubPad
          left={x}
          top={1 - y}
          onChange={(left, top) => go({ x: inFrame(left), y: inFrame(1 - top) })}
        />
        {looping && (
          <looping.LoopPad
            onLoop={(drawnLoop) => {
              setLooping(undefined);
              go({ loop: drawnLoop });
            }}
          />
        )}
      </div>
      <div className="walk-colours">
        <Choice
          label="Coloured by"
          options={colourOptions}
          value={colour}
          onChange={(next) => change({ colour: next })}
          disabled={!enabled}
        />
        <label className="check">
          <input
            type="checkbox"
            autoComplete="off"
            checked={pictures}
            disabled={!enabled}
            onChange={({ target }) => change({ pictures: target.checked })}
          />
          Pictures on the map
        </label>
        <MapLegend colour={shown?.colour ?? 'class'} list={legend} />
      </div>
    </FigureShell>
  );
}

const inFrame = (place: number): number => Math.min(Math.max(place, 0), 1);
