/** Two codes become one image: the codes as bars, every layer on the way, an opened layer with its maps, and one number as a sum. */
import { useState } from 'react';
import { createRandom } from '../../../numerics/random.ts';
import { Choice } from '../../controls/Choice.tsx';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { useEngineKind } from '../shell/hooks/use-engine-kind.ts';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { ReadingLine } from '../shell/ReadingLine.tsx';
import { classOf, neighbourOfClass, randomOfClass } from '../shell/state/images.ts';
import { withReading } from '../shell/state/readings.ts';
import { CodeBars, signed } from './CodeBars.tsx';
import { OpenLayer } from './OpenLayer.tsx';
import {
  openedUnit,
  reach,
  twoCodes,
  twoCodesFields,
  withChange,
  withoutCode,
  type TwoCodesFacts,
  type TwoCodesState,
} from './state.ts';
import { sumTable } from './sum-table.ts';
import { useActivations } from './use-activations.ts';
import { heatOf, layerViews, numberName, sheetOf } from './views.ts';

export function TwoCodesFigure({ facts }: { readonly facts: TwoCodesFacts }) {
  const { numClasses, first } = facts;
  const figure = useFigure<TwoCodesState, TwoCodesFacts>('two-codes', facts, twoCodesFields);
  const { state, change, model, enabled, inView } = figure;
  const { image, digit, changed } = state;
  const [random] = useState(() => createRandom('two-codes/images'));
  const live = usePicture({
    id: model.id,
    args: { image, digit, changed },
    makeBatch: twoCodes,
    active: inView,
  });
  const { picture } = live;
  const { classDim, contentDim } = picture?.checkpoint.manifest.model ?? facts;
  const labels = picture?.checkpoint.manifest.dataset.labels ?? facts.labels;
  // Another model may have shorter codes.
  const number = state.number < classDim + contentDim ? state.number : classDim;
  const { observed, error } = useActivations(picture, openedUnit(state));
  const readings = useReadings(live, facts.judge).now;
  const engineKind = useEngineKind();

  const batch = picture && twoCodes(picture.checkpoint, { image, digit, changed });
  const codes = batch ? [...batch.classCodes, ...batch.contentCodes] : first.codes;
  const layers = observed?.activations.layers;
  const sum = observed ? sumTable(observed.activations.sum, observed.unit.layer, classDim) : first.sum;
  const numbers = Array.from({ length: classDim + contentDim }, (_, value) => ({
    value,
    text: numberName(value, classDim),
  }));
  const set = (to: number, value: number): void => {
    if (enabled) change({ number: to, changed: withChange(changed, [to, value]) });
  };
  const choose = (to: number): void =>
    change({ image: to, changed: withoutCode(changed, 'content', classDim) });

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Two codes, one image"
      side={
        <>
          <ImageStepper
            label="Content code of"
            image={image}
            digit={classOf(labels, image)}
            numClasses={numClasses}
            onStep={(step) => choose(neighbourOfClass(labels, image, step))}
            onRandom={(of) => choose(randomOfClass(labels, of, image, random))}
            disabled={!enabled}
          />
          <Choice
            label="Class code of"
            options={Array.from({ length: numClasses }, (_, value) => ({ value, text: String(value) }))}
            value={digit}
            onChange={(to) => change({ digit: to, changed: withoutCode(changed, 'class', classDim) })}
            disabled={!enabled}
          />
          <Choice
            label="Number to change"
            options={numbers}
            value={number}
            onChange={(to) => change({ number: to })}
            disabled={!enabled}
          />
          <Slider
            label={numberName(number, classDim)}
            value={codes[number]}
            min={-reach}
            max={reach}
            step={0.05}
            text={signed(codes[number])}
            onChange={(value) => set(number, value)}
            disabled={!enabled}
          />
          <button
            type="button"
            className="button"
            disabled={!enabled || changed.length === 0}
            onClick={() => change({ changed: [] })}
          >
            Codes as learned
          </button>
        </>
      }
    >
      <div className="two-codes">
        <div className="both-codes">
          <CodeBars
            title={`Class code of ${digit}`}
            kind="class"
            values={codes.slice(0, classDim)}
            chosen={number}
            onChange={set}
          />
          <CodeBars
            title={`Content code of image ${image}`}
            kind="content"
            values={codes.slice(classDim)}
            chosen={number - classDim}
            onChange={(at, value) => set(at + classDim, value)}
          />
        </div>
        <ol className="layer-flow" aria-label="The layers, from the codes to the picture">
          {layerViews.map((view, i) => (
            <li key={view.name}>
              <span className="layer-step">{view.step}</span>
              <button
                type="button"
                className="layer"
                aria-pressed={view.name === state.layer}
                disabled={!enabled}
                onClick={() => change({ layer: view.name })}
              >
                <DigitGrid
                  {...sheetOf(view)}
                  label={
                    view.name === 'image'
                      ? withReading('Open the picture', readings?.[0])
                      : `Open the layer of ${view.size}`
                  }
                  ink={
                    view.name === 'image' && picture ? picture.ink : layers ? heatOf(view, layers) : undefined
                  }
                  preview={first.sheets[i]}
                />
              </button>
              <span className="layer-size">{view.size}</span>
            </li>
          ))}
        </ol>
        <p className="remark">
          <ReadingLine reading={readings?.[0]} />
        </p>
        {(engineKind === 'onnx' || error) && (
          <p className="remark" role="status">
            {error
              ? `The layers are not there: ${error.message}`
              : 'An ONNX graph gives its picture alone, so the layers stay as they were. Choose the engine tfjs below, and they follow.'}
          </p>
        )}
        <OpenLayer
          state={state}
          first={first}
          layers={layers}
          sum={sum}
          onChange={change}
          enabled={enabled}
        />
      </div>
    </FigureShell>
  );
}
