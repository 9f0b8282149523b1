/** The codes of a VAE that has two numbers for each, as a map; a point on it and its picture, and the posterior of one image with draws from it. */
import type { CSSProperties, ReactNode } from 'react';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { numClasses } from '../encoders/codes.ts';
import { codeAt, codeOf, mapSteps, placeOfCode, type Point } from '../content-map/state.ts';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { Island } from '../shell/Island.tsx';
import { DrawAgain } from '../shell/DrawAgain.tsx';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import { modelStatus } from '../shell/state/status.ts';
import { withReading } from '../shell/state/readings.ts';
import {
  drawsFrom,
  gridCodes,
  numDraws,
  numPictures,
  planeCodes,
  planeFields,
  type PlaneFacts,
} from './plane.ts';
import { numberText, PlaneMap, stdText } from './PlaneMap.tsx';
import { trainingOptions, trainingWords } from './trainings.ts';

const layerOptions = [
  { value: 'codes', text: 'codes of images' },
  { value: 'pictures', text: 'pictures all over' },
] as const;

const strip = { rows: 1, columns: numPictures, cellSize: 28 };

interface PlaneFigureProps {
  readonly facts: PlaneFacts;
  /** The dots of the codes of each model: static. */
  readonly children?: ReactNode;
}

export function PlaneFigure({ facts, children }: PlaneFigureProps) {
  // Once for all cells.
  const firstFrame = { '--first-frame': `url("${facts.firstFrame}")` } as CSSProperties;
  const island = useIsland('plane', planeFields);
  const { state, change, enabled, inView } = island;
  const { kl, image, seed, layer } = state;
  const model = facts.models[kl];
  const { id, extent } = model;
  const place = codeOf(state, extent);
  const common = { family: 'vae', id } as const;
  const live = useDrawing({ ...common, args: { place, image, seed }, makeBatch: planeCodes, active: inView });
  const plane = useDrawing({
    ...common,
    args: { extent },
    makeBatch: gridCodes,
    active: inView && layer === 'pictures',
  });
  const [reading] = useReadings(live, facts.judge).now ?? [];

  const { picture } = live;
  const digit = image % numClasses;
  const posterior = model.posteriors[image];
  const at = placeOfCode(place, extent);
  const covered = layer === 'pictures' && plane.picture?.request.id === id ? plane.picture.ink : undefined;
  const status = modelStatus({
    what: `two code numbers, ${trainingWords[kl]}`,
    isLive: picture !== undefined,
    engineKind: useEngineKind(),
    progress: live.progress,
    error: live.error,
  });
  const imageText = `the ${digit} that was ${image < numClasses ? 'learned' : 'not learned'}`;
  const cell = (index: number, label: string) => (
    <GridCell grid={strip} cell={index} ink={picture?.ink} preview="var(--first-frame)" label={label} />
  );
  const step = extent > 20 ? 0.5 : 0.05;
  const slider = (label: string, value: number, axis: 'x' | 'y') => (
    <Slider
      label={label}
      value={value}
      min={-extent}
      max={extent}
      step={step}
      text={numberText(value)}
      onChange={(next) => change({ [axis]: next })}
      disabled={!enabled}
    />
  );

  return (
    <Island
      island={island}
      label="The plane of codes"
      checkpoint={id}
      state={live.state}
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <Segmented
          legend="Trained"
          options={trainingOptions}
          value={kl}
          onChange={(value) => change({ kl: value })}
          disabled={!enabled}
        />
        <Segmented
          legend="On the plane"
          options={layerOptions}
          value={layer}
          onChange={(value) => change({ layer: value })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={live.retry} />
      </div>
      <div className="island-body map-body" style={firstFrame}>
        <div>
          <div className="map plane scrub" data-kl={kl}>
            <div hidden={covered !== undefined}>{children}</div>
            {covered && (
              <DigitGrid
                rows={mapSteps}
                columns={mapSteps}
                cellSize={28}
                label={`What the decoder draws from ${mapSteps} × ${mapSteps} codes all over the plane`}
                ink={covered}
              />
            )}
            <PlaneMap
              extent={extent}
              posterior={posterior}
              draws={drawsFrom(posterior, seed)}
              digit={digit}
              showsCodes={covered === undefined}
            />
            <ScrubPad
              left={at.x}
              top={1 - at.y}
              onChange={(left, top) => {
                const [x, y] = codeAt({ x: inFrame(left), y: inFrame(1 - top) }, extent);
                change({ x, y });
              }}
            />
          </div>
          <ol className="plane-classes" aria-label="Colours of the classes">
            {Array.from({ length: numClasses }, (_, each) => (
              <li key={each}>
                <ClassLabel digit={each} />
              </li>
            ))}
          </ol>
        </div>
        <div className="island-side">
          <div className="plane-point">
            <figure className="close-up">
              {cell(0, withReading(`At ${pointText(place)}`, reading))}
              <figcaption>
                <ReadingLine reading={reading} />
              </figcaption>
            </figure>
            <div>
              {slider('Across', place[0], 'x')}
              {slider('Up', place[1], 'y')}
            </div>
          </div>
          <div>
            <p className="axis-title">an image: learned above, not learned below</p>
            <DigitGrid
              rows={2}
              columns={numClasses}
              cellSize={28}
              label="Images to choose from"
              ink={undefined}
              preview={facts.originalsUrl ?? facts.reconstructionsUrl}
              cellText={(index) =>
                `A ${index % numClasses}, ${index < numClasses ? 'learned' : 'not learned'}`
              }
              selected={image}
              onSelect={(index) => change({ image: index })}
            />
          </div>
          <div className="plane-draws">
            <span className="axis-title">at μ</span>
            <span className="axis-title plane-drawn">{`${numDraws} draws, μ + σ ∘ ε`}</span>
            {cell(1, `Of ${imageText}, drawn at the mean of its posterior`)}
            {Array.from({ length: numDraws }, (_, i) => (
              <div key={i}>{cell(2 + i, `Of ${imageText}, draw ${i + 1} from its posterior`)}</div>
            ))}
          </div>
          <p className="remark">{`μ is ${pointText(posterior.mean)}; σ is ${stdText(posterior)}`}</p>
          <DrawAgain
            seed={seed}
            onChange={(next) => change({ seed: next })}
            disabled={!enabled}
            text="Draw ε again"
          />
        </div>
      </div>
    </Island>
  );
}

const inFrame = (place: number): number => Math.min(Math.max(place, 0), 1);
const pointText = (point: Point): string => point.map(numberText).join(', ');
