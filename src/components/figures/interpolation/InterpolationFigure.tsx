/** Straight lines between two contents and two classes: a grid of even steps, and one point anywhere between them, large. */
import { useState } from 'react';
import { interpolation } from '../../../networks/generator/codes.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { MoreControls } from '../../controls/MoreControls.tsx';
import { PlayButton } from '../../controls/PlayButton.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { ClassAxis } from '../shell/ClassAxis.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { useReducedMotion } from '../shell/hooks/use-reduced-motion.ts';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import { shownImages } from '../shell/state/images.ts';
import { withReading } from '../shell/state/readings.ts';
import { ImageEnd } from './ImageEnd.tsx';
import { InterpolationEnds } from './InterpolationEnds.tsx';
import {
  gridOptions,
  gridSteps,
  interpolationFields,
  atEnds,
  nearestCell,
  paths,
  placeOf,
  pointOn,
  pointOptions,
  positionAt,
  positionOn,
  snapToStep,
  type InterpolationFacts,
  type Point,
} from './state.ts';
import { useWalk } from './use-walk.ts';

const pathOptions = paths.map((value) => ({ value, text: value }));
const grid = { rows: gridSteps, columns: gridSteps, cellSize: 28 };

export function InterpolationFigure({ facts }: { readonly facts: InterpolationFacts }) {
  const figure = useFigure('interpolation', facts, interpolationFields);
  const { state, change, model, preview, enabled, inView } = figure;
  /** Where Play is; undefined while the point is the state's own. */
  const [played, setPlayed] = useState<Point>();
  const reducedMotion = useReducedMotion();
  const point = played ?? state;

  const common = { id: model.id, makeBatch: interpolation, active: inView };
  const live = usePicture({ ...common, args: gridOptions(state) });
  const closeUp = usePicture({ ...common, args: pointOptions(state, point) });
  const [reading] = useReadings(closeUp, facts.judge).now ?? [];

  useWalk(played !== undefined && inView, positionOn(state.path, point), (position) =>
    setPlayed(pointOn(state.path, point, reducedMotion ? snapToStep(position) : position)),
  );
  /** Ends Play, too. */
  const rest = (changed: Partial<typeof state>): void => {
    setPlayed(undefined);
    change({ x: point.x, y: point.y, ...changed });
  };

  const { picture } = live;
  const { images, classes } = picture?.request.args ?? facts.ends;
  const [first, second] = shownImages(images, {
    checkpoint: picture?.checkpoint,
    previewImages: facts.previewImages,
  });
  const contentText = `content of image ${first.image} to image ${second.image}`;
  const classText = `class ${classes[0]} to class ${classes[1]}`;
  const pointText = withReading(
    `${percent(point.x)} of the way from ${contentText}, ${percent(point.y)} from ${classText}`,
    reading,
  );

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Interpolation"
      side={
        <>
          <figure className="close-up">
            {closeUp.picture ? (
              <DigitGrid rows={1} columns={1} cellSize={28} label={pointText} ink={closeUp.picture.ink} />
            ) : (
              <GridCell
                grid={grid}
                cell={nearestCell(point)}
                ink={undefined}
                preview={preview.url}
                label={pointText}
              />
            )}
            <figcaption>
              <ReadingLine reading={reading} />
            </figcaption>
          </figure>
          <Slider
            label="Content"
            value={point.x}
            max={1}
            step={0.01}
            text={percent(point.x)}
            onChange={(x) => rest({ x })}
            disabled={!enabled}
          />
          <Slider
            label="Class"
            value={point.y}
            max={1}
            step={0.01}
            text={percent(point.y)}
            onChange={(y) => rest({ y })}
            disabled={!enabled}
          />
          <div className="side-row">
            <PlayButton
              playing={played !== undefined}
              onChange={(play) => (play ? setPlayed(point) : rest({}))}
              disabled={!enabled}
            />
          </div>
          <MoreControls title="Other ends, other paths">
            <Segmented
              legend="Play moves"
              options={pathOptions}
              value={state.path}
              onChange={(path) => rest({ path })}
              disabled={!enabled}
            />
            <InterpolationEnds
              images={state.images}
              classes={state.classes}
              numClasses={facts.numClasses}
              labels={picture?.checkpoint.manifest.dataset.labels}
              onChange={rest}
            />
          </MoreControls>
        </>
      }
    >
      <div className="axes">
        <div className="content-axis content-ends">
          <span className="axis-title">content of</span>
          <ImageEnd {...first} originalsUrl={model.originalsUrl} />
          <ImageEnd {...second} originalsUrl={model.originalsUrl} />
        </div>
        <ClassAxis rows={atEnds(classes)} />
        <div className="scrub">
          <DigitGrid
            {...grid}
            label={`Interpolation in ${gridSteps} × ${gridSteps} steps: ${contentText} from left to right, ${classText} from top to bottom`}
            ink={picture?.ink}
            preview={preview.url}
          />
          <ScrubPad
            left={placeOf(point.x)}
            top={placeOf(point.y)}
            onChange={(left, top) => rest({ x: positionAt(left), y: positionAt(top) })}
          />
        </div>
      </div>
    </FigureShell>
  );
}

const percent = (position: number): string => inPercent(Math.round(position * 100));
