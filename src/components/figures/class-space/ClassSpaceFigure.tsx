/** One content, and class codes that no class has: in steps from one class to another, mixtures of three, and a − b + c. */
import { useState } from 'react';
import { createRandom } from '../../../numerics/random.ts';
import { Choice } from '../../controls/Choice.tsx';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { FigureShell } from '../shell/FigureShell.tsx';
import { GridCell } from '../shell/GridCell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgedStrip } from '../shell/JudgedStrip.tsx';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { neighbourOfClass, randomOfClass, shownImages, withItem } from '../shell/state/images.ts';
import { withReading } from '../shell/state/readings.ts';
import {
  amountsOf,
  classSpaceCodes,
  classSpaceFields,
  mostWeight,
  numPictures,
  numSteps,
  pictureAt,
  sharesOf,
} from './state.ts';

const grid = { rows: 1, columns: numPictures, cellSize: 28 };
const operationOptions = [
  { value: 'mixture', text: 'mixture' },
  { value: 'arithmetic', text: 'a − b + c' },
] as const;
const names = ['a', 'b', 'c'] as const;

export function ClassSpaceFigure({ facts }: { readonly facts: FigureFacts }) {
  const figure = useFigure('class-space', facts, classSpaceFields);
  const { state, change, model, preview, enabled, inView } = figure;
  const { image, classes, weights, operation } = state;
  const [numDraws, setNumDraws] = useState(0);
  const args = { image, classes, weights };
  const live = usePicture({ id: model.id, args, makeBatch: classSpaceCodes, active: inView });
  const readings = useReadings(live, facts.judge).now;
  const { picture } = live;
  const [{ digit }] = shownImages([image], {
    checkpoint: picture?.checkpoint,
    previewImages: facts.previewImages,
  });
  const labels = picture?.checkpoint.manifest.dataset.labels;
  const [a, b, c] = picture?.request.args.classes ?? classes;
  const shares = sharesOf(picture?.request.args.weights ?? weights).map((share) =>
    inPercent(Math.round(100 * share)),
  );
  const digits = Array.from({ length: facts.numClasses }, (_, value) => ({ value, text: String(value) }));
  const steps = amountsOf({ weights }).slice(0, numSteps);
  const cell = (at: number, label: string) => (
    <GridCell
      grid={grid}
      cell={at}
      ink={picture?.ink}
      preview={preview.url}
      label={withReading(label, readings?.[at])}
    />
  );
  const made =
    operation === 'mixture'
      ? `${shares[0]} of class ${a}, ${shares[1]} of class ${b}, ${shares[2]} of class ${c}`
      : `Class ${a} − class ${b} + class ${c}`;
  const signs = operation === 'mixture' ? ['', '+', '+'] : ['', '−', '+'];

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Between the class codes"
      side={
        <>
          <div className="side-row" role="group" aria-label="Classes">
            {names.map((name, i) => (
              <Choice
                key={name}
                label={name}
                options={digits}
                value={classes[i]}
                onChange={(next) => change({ classes: withItem(classes, i, next) })}
                disabled={!enabled}
              />
            ))}
          </div>
          <Segmented
            legend="Made of the three"
            options={operationOptions}
            value={operation}
            onChange={(next) => change({ operation: next })}
            disabled={!enabled}
          />
          {names.map((name, i) => (
            <Slider
              key={name}
              label={`Weight of ${name}`}
              value={weights[i]}
              max={mostWeight}
              step={1}
              text={inPercent(Math.round(100 * sharesOf(weights)[i]))}
              onChange={(weight) => change({ weights: withItem(weights, i, weight) })}
              disabled={!enabled || operation === 'arithmetic'}
            />
          ))}
          <ImageStepper
            label="Content of"
            image={image}
            digit={digit}
            numClasses={facts.numClasses}
            disabled={!labels || !enabled}
            onStep={(step) => labels && change({ image: neighbourOfClass(labels, image, step) })}
            onRandom={(of) => {
              if (!labels) return;
              setNumDraws(numDraws + 1);
              change({ image: randomOfClass(labels, of, image, createRandom(`content, pick ${numDraws}`)) });
            }}
          />
        </>
      }
    >
      <p className="axis-title">{`from the class code of ${a} to that of ${b}, and what the judge reads`}</p>
      <JudgedStrip
        label={`From the class code of ${a} to that of ${b}, with the content of image ${image}`}
        grid={grid}
        ink={picture?.ink}
        preview={preview.url}
        steps={steps.map(([, toB], i) =>
          i === 0 ? String(a) : i === numSteps - 1 ? String(b) : shareText(toB),
        )}
        stepText={(i) => `${inPercent(Math.round(100 * steps[i][1]))} of the way to ${b}`}
        readings={readings}
      />
      <div className="class-sum">
        {([a, b, c] as const).map((of, i) => (
          <figure key={names[i]} data-sign={signs[i]}>
            {cell(pictureAt[names[i]], `Class ${of}`)}
            <figcaption>{operation === 'mixture' ? `${shares[i]} of ${of}` : `class ${of}`}</figcaption>
          </figure>
        ))}
        <figure data-sign="=" className="class-sum-made">
          {cell(pictureAt[operation], made)}
          <figcaption>
            <ReadingLine reading={readings?.[pictureAt[operation]]} />
          </figcaption>
        </figure>
      </div>
    </FigureShell>
  );
}

const shareText = (share: number): string => share.toFixed(1).replace(/^0/, '');
