/** One content, moved along directions that regression found: slant, ink and width by sliders, and a row that shows how far a class bears it. */
import { useState } from 'react';
import { directionNames } from '../../../contract/direction-names.ts';
import { createRandom } from '../../../numerics/random.ts';
import { Choice } from '../../controls/Choice.tsx';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { useCodeMap } from '../code-maps/use-code-map.ts';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgedStrip } from '../shell/JudgedStrip.tsx';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import { neighbourOfClass, randomOfClass, shownImages } from '../shell/state/images.ts';
import { missedBy, withReading } from '../shell/state/readings.ts';
import {
  agreementText,
  directionCodes,
  directionsFields,
  farthest,
  numPictures,
  numSteps,
  sharedOf,
  signed,
  stepAmounts,
  stepsOf,
  type DirectionsFacts,
} from './state.ts';

const grid = { rows: 1, columns: numPictures, cellSize: 28 };
const alongOptions = directionNames.map((value) => ({ value, text: value }));
const labels = { slant: 'Slant', ink: 'Ink', width: 'Width' } as const;

export function DirectionsFigure({ facts }: { readonly facts: DirectionsFacts }) {
  const figure = useFigure('directions', facts, directionsFields);
  const { state, change, model, preview, enabled, inView } = figure;
  const { image, digit, along, slant, ink, width } = state;
  const [numDraws, setNumDraws] = useState(0);
  const found = useCodeMap(facts, model.id, inView);
  const { map } = found;
  const args = { image, digit, along, slant, ink, width, steps: map ? stepsOf(map) : [] };
  const drawn = usePicture({
    id: model.id,
    args,
    makeBatch: directionCodes,
    active: inView && map !== undefined,
  });
  const live = found.error
    ? { ...drawn, state: 'error' as const, error: found.error, retry: found.retry }
    : drawn;
  const readings = useReadings(live, facts.judge).now;
  const { picture } = live;
  const shown = picture?.request.args ?? args;
  const trained = picture?.checkpoint.manifest.dataset.labels;
  const [of] = shownImages([image], {
    checkpoint: picture?.checkpoint,
    previewImages: facts.previewImages,
  });
  const digits = Array.from({ length: facts.numClasses }, (_, value) => ({ value, text: String(value) }));
  const amountsText = directionNames
    .filter((name) => shown[name] !== 0)
    .map((name) => `${name} ${amountText(shown[name])}`)
    .join(', ');
  const marked = stepAmounts.indexOf(Math.round(shown[shown.along]));

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Directions of the content codes"
      side={
        <>
          {directionNames.map((name) => (
            <Slider
              key={name}
              label={labels[name]}
              value={state[name]}
              min={-farthest}
              max={farthest}
              step={0.25}
              text={amountText(state[name])}
              onChange={(amount) => change({ [name]: amount, along: name })}
              disabled={!enabled}
            />
          ))}
          <Segmented
            legend="The row runs along"
            options={alongOptions}
            value={along}
            onChange={(next) => change({ along: next })}
            disabled={!enabled}
          />
          <Choice
            label="Drawn as class"
            options={digits}
            value={digit}
            onChange={(next) => change({ digit: next })}
            disabled={!enabled}
          />
          <ImageStepper
            label="Content of"
            image={image}
            digit={of.digit}
            numClasses={facts.numClasses}
            disabled={!trained || !enabled}
            onStep={(step) => trained && change({ image: neighbourOfClass(trained, image, step) })}
            onRandom={(next) => {
              if (!trained) return;
              setNumDraws(numDraws + 1);
              change({
                image: randomOfClass(trained, next, image, createRandom(`direction, pick ${numDraws}`)),
              });
            }}
          />
        </>
      }
    >
      <p className="axis-title">{`along ${shown.along}, in standard deviations of the learned codes; and what the judge reads`}</p>
      <JudgedStrip
        label={`Content of image ${shown.image} as class ${shown.digit}, moved along ${shown.along}`}
        grid={grid}
        ink={picture?.ink}
        preview={preview.url}
        steps={stepAmounts.map(signed)}
        stepText={(step) => `${shown.along} ${signed(stepAmounts[step])}`}
        readings={readings}
        isMissed={missedBy(readings, () => shown.digit)}
        marked={marked}
      />
      <p className="remark strip-remark">
        <span>{readings ? agreementText(readings, shown.digit) : '\u00a0'}</span>{' '}
        <span>
          {map
            ? `This one direction explains ${inPercent(Math.round(100 * sharedOf(map, shown.along)))} of the ${shown.along} within classes.`
            : '\u00a0'}
        </span>
      </p>
      <figure className="direction-made">
        <GridCell
          grid={grid}
          cell={numSteps}
          ink={picture?.ink}
          preview={preview.url}
          label={withReading(
            `Content of image ${shown.image} as class ${shown.digit}${amountsText && `, ${amountsText}`}`,
            readings?.[numSteps],
          )}
        />
        <figcaption>
          <span>{amountsText || 'as it was learned'}</span>
          <ReadingLine reading={readings?.[numSteps]} />
        </figcaption>
      </figure>
    </FigureShell>
  );
}

const amountText = (amount: number): string => signed(Number(amount.toFixed(2)));
