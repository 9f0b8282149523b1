/** The content codes of a model as a map: a place on it, the content there in every class, and the training images whose codes are nearest. */
import { useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { useCodeMap } from '../code-maps/use-code-map.ts';
import { nearestImages } from '../content-map/state.ts';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { withReading } from '../shell/state/readings.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapCursor } from './MapCursor.tsx';
import { MapLegend } from './MapLegend.tsx';
import {
  allReconstructions,
  colourings,
  contentAt,
  farthest,
  mostNear,
  numNearest,
  walkCodes,
  walkFields,
  type WalkFacts,
  type WalkState,
} from './state.ts';
import { useWalkMap } from './use-walk-map.ts';

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
  const { colour, x, y, near, third, fourth, sample } = state;
  /** By neighbours only the trainer can lay codes out, and a reader's own checkpoint comes without. */
  const layout = model.own ? 'axes' : state.layout;
  const legend = useRef<HTMLOListElement>(null);
  const { numClasses } = facts;
  const { id, originalsUrl } = model;
  const grid = { rows: 1, columns: numClasses + numNearest, cellSize: 28 };

  const found = useCodeMap(facts, id, inView);
  const { map } = found;
  const makeBatch = useMemo(() => walkCodes(map), [map]);
  const args = { layout, x, y, near, third, fourth, sample };
  const go = (changed: Partial<WalkState>): void => change({ ...changed, sample: 0 });
  const drawn = usePicture({ id, args, makeBatch, active: inView && map !== undefined });
  const live = found.error
    ? { ...drawn, state: 'error' as const, error: found.error, retry: found.retry }
    : drawn;
  const every = usePicture({
    id,
    args: null,
    makeBatch: allReconstructions,
    active: inView && colour !== 'class' && drawn.picture !== undefined,
  });
  const { picture } = live;
  const readings = useReadings(live, facts.judge).now;
  const checkpoint = picture?.request.id === id ? picture.checkpoint : undefined;
  const shown = useWalkMap({
    checkpoint,
    map,
    layout,
    colour,
    drawn: every.picture?.request.id === id ? every.picture : undefined,
  });
  const nearest =
    checkpoint && map && picture
      ? nearestImages(checkpoint.contentCodes, contentAt(checkpoint, map, picture.request.args), numNearest)
      : facts.firstNearest;
  const numImages = (checkpoint?.manifest.dataset ?? facts).numImages;
  const onAxes = layout === 'axes';
  const isSample = sample > 0;
  const ringed = isSample ? nearest : shown && !onAxes ? nearestImages(shown.places, [x, y], near) : [];
  const where = isSample ? `drawn with seed ${sample}` : `at ${percent(x)} across, ${percent(y)} up`;
  const cell = (at: number, label: string) => (
    <GridCell grid={grid} cell={at} ink={picture?.ink} preview={preview.url} label={label} />
  );
  const placeSlider = (label: string, axis: 'x' | 'y') => (
    <Slider
      label={label}
      value={state[axis]}
      max={1}
      step={0.01}
      text={percent(state[axis])}
      onChange={(value) => go({ [axis]: value })}
      disabled={!enabled}
    />
  );
  const axisSlider = (label: string, axis: 'third' | 'fourth') => (
    <Slider
      label={label}
      value={state[axis]}
      min={-farthest}
      max={farthest}
      step={0.1}
      text={`${state[axis].toFixed(1).replace('-', '−')} std`}
      onChange={(value) => go({ [axis]: value })}
      disabled={!enabled}
    />
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
          onChange={(next) => change({ layout: next })}
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
          {placeSlider(onAxes ? 'First axis' : 'Across', 'x')}
          {placeSlider(onAxes ? 'Second axis' : 'Up', 'y')}
          {onAxes ? (
            <>
              {axisSlider('Third axis', 'third')}
              {axisSlider('Fourth axis', 'fourth')}
            </>
          ) : (
            <Slider
              label="Codes averaged"
              value={near}
              min={1}
              max={mostNear}
              step={1}
              text={near === 1 ? 'the nearest' : `the ${near} nearest`}
              onChange={(value) => go({ near: value })}
              disabled={!enabled}
            />
          )}
          <div className="side-row">
            <NextSeed seed={sample} onChange={(next) => change({ sample: next })} disabled={!enabled}>
              Draw a content
            </NextSeed>
            <span className="remark">{isSample ? `seed ${sample}` : 'from the fitted Gaussian'}</span>
          </div>
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
      <div className="map walk scrub" data-sample={isSample}>
        {shown ? <MapCanvas places={shown.places} groups={shown.groups} legend={legend} /> : children}
        <MapCursor
          label={`${numImages} content codes, one dot a training image, coloured by ${shown?.colour ?? 'class'}, ${onAxes ? 'along the two axes of greatest variance' : 'laid out so that near codes stay near'}. The content is ${where}.`}
          place={isSample ? undefined : state}
          places={shown?.places}
          ringed={ringed}
        />
        <ScrubPad
          left={x}
          top={1 - y}
          onChange={(left, top) => go({ x: inFrame(left), y: inFrame(1 - top) })}
        />
      </div>
      <div className="walk-colours">
        <Choice
          label="Coloured by"
          options={colourOptions}
          value={colour}
          onChange={(next) => change({ colour: next })}
          disabled={!enabled}
        />
        <MapLegend colour={shown?.colour ?? 'class'} list={legend} />
      </div>
    </FigureShell>
  );
}

const inFrame = (place: number): number => Math.min(Math.max(place, 0), 1);
const percent = (share: number): string => inPercent(Math.round(100 * share));
