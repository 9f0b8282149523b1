/** All content codes of a model that has two numbers for each, as a map; a point on it, and what it is in each of the ten classes. */
import type { CSSProperties, ReactNode } from 'react';
import { SigmaText } from '../../controls/SigmaText.tsx';
import { Choice } from '../../controls/Choice.tsx';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { Island } from '../shell/Island.tsx';
import { withReading } from '../shell/state/readings.ts';
import { figureStatus } from '../shell/state/status.ts';
import { ContentMapNearest } from './ContentMapNearest.tsx';
import { ContentMapPlane } from './ContentMapPlane.tsx';
import {
  classesOf,
  codeAt,
  codeOf,
  layers,
  mapFields,
  mapSteps,
  placeOfCode,
  planeOf,
  type MapFacts,
} from './state.ts';

const name = 'content-map';
const layerOptions = layers.map((value) => ({
  value,
  text: value === 'codes' ? 'the learned codes' : `class ${value} all over`,
}));

interface ContentMapFigureProps {
  readonly facts: MapFacts;
  /** The dots of the codes: static. */
  readonly children?: ReactNode;
}

export function ContentMapFigure({ facts, children }: ContentMapFigureProps) {
  const { id, extent, numClasses, originalsUrl } = facts;
  // Once for all ten cells.
  const firstFrame = { '--first-frame': `url("${facts.firstFrame}")` } as CSSProperties;
  const island = useIsland(name, mapFields);
  const { state, change, enabled, inView } = island;
  const engineKind = useEngineKind();
  const content = codeOf(state, extent);
  const place = placeOfCode(content, extent);
  const live = usePicture({ id, args: { content }, makeBatch: classesOf, active: inView });
  const { picture, progress, error } = live;
  const digit = state.layer === 'codes' ? 0 : state.layer;
  const plane = usePicture({
    id,
    args: { digit, extent },
    makeBatch: planeOf,
    active: inView && state.layer !== 'codes',
  });
  const readings = useReadings(live, facts.judge).now;

  const status = figureStatus({
    shown: { id, preset: 'lord', contentNoiseStd: facts.sigma },
    isLive: picture !== undefined,
    engineKind,
    progress,
    error,
  });
  const words = `${number(content[0])}, ${number(content[1])}`;
  return (
    <Island
      island={island}
      label="Map of the content codes"
      runs={[id]}
      state={live.state}
      foot={
        <span className="remark">
          The circle is the noise of training, <SigmaText sigma={facts.sigma} />.
        </span>
      }
    >
      <div className="island-controls">
        <Choice
          label="On the map"
          options={layerOptions}
          value={state.layer}
          onChange={(layer) => change({ layer })}
          disabled={!enabled}
        />
        <FigureStatus status={status} onRetry={live.retry} />
      </div>
      <div className="island-body map-body">
        <div className="map scrub">
          <div hidden={state.layer !== 'codes' && plane.picture !== undefined}>{children}</div>
          {state.layer !== 'codes' && plane.picture && (
            <DigitGrid
              rows={mapSteps}
              columns={mapSteps}
              cellSize={28}
              label={`What the class code ${plane.picture.request.args.digit} draws from ${mapSteps} × ${mapSteps} contents all over the map`}
              ink={plane.picture.ink}
            />
          )}
          <ContentMapPlane
            facts={facts}
            content={content}
            showsCodes={state.layer === 'codes' || !plane.picture}
          />
          <ScrubPad
            left={place.x}
            top={1 - place.y}
            onChange={(left, top) => {
              const [x, y] = codeAt({ x: inFrame(left), y: inFrame(1 - top) }, extent);
              change({ x, y });
            }}
          />
        </div>
        <div className="island-side">
          <ol className="map-classes" style={firstFrame} aria-label={`The content ${words} in every class`}>
            {Array.from({ length: numClasses }, (_, each) => (
              <li key={each}>
                <ClassLabel digit={each} />
                <GridCell
                  grid={{ rows: 1, columns: numClasses, cellSize: 28 }}
                  cell={each}
                  ink={picture?.ink}
                  preview="var(--first-frame)"
                  label={withReading(`Class ${each}`, readings?.[each])}
                />
              </li>
            ))}
          </ol>
          <Slider
            label="Across"
            value={content[0]}
            min={-extent}
            max={extent}
            step={0.05}
            text={number(content[0])}
            onChange={(x) => change({ x })}
            disabled={!enabled}
          />
          <Slider
            label="Up"
            value={content[1]}
            min={-extent}
            max={extent}
            step={0.05}
            text={number(content[1])}
            onChange={(y) => change({ y })}
            disabled={!enabled}
          />
          {originalsUrl && (
            <ContentMapNearest
              facts={facts}
              originalsUrl={originalsUrl}
              codes={picture?.checkpoint.contentCodes}
              place={picture?.request.args.content ?? content}
            />
          )}
        </div>
      </div>
    </Island>
  );
}

const inFrame = (place: number): number => Math.min(Math.max(place, 0), 1);
const number = (value: number): string => value.toFixed(2).replace('-', '−');
