/** Each number of a code on a slider, and what the decoder draws from the code; beside it, what each number does by itself. */
import { useMemo } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { aDigit } from '../../controls/digit-words.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { CodeDimSlider } from '../encoders/CodeDimSlider.tsx';
import { modelOf } from '../encoders/models.ts';
import { useDecoded } from '../encoders/use-decoded.ts';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { PaneLabel } from '../shell/PaneLabel.tsx';
import { withItem } from '../shell/state/images.ts';
import {
  componentCodes,
  componentStds,
  farthest,
  mostTurned,
  noTurns,
  starts,
  turnedCode,
  turnedCodeFields,
  turnText,
  type TurnedCodeFacts,
} from './state.ts';

const startOptions = starts.map((value) => ({
  value,
  text: value === 'mean' ? 'the mean code' : `the code of ${aDigit(value)}`,
}));

const nothing = {};

export function TurnedCodeFigure({ facts }: { readonly facts: TurnedCodeFacts }) {
  const { series, codeDims, initial, firstComponents, firstPicture } = facts;
  const fields = useMemo(() => turnedCodeFields(facts), [facts]);
  const island = useIsland('turned-code', fields);
  const { state, change, enabled, inView } = island;
  const { k, start, turns } = state;
  const chosen = series.find(({ name }) => name === state.model) ?? series[0];
  const model = modelOf(chosen, k) ?? chosen.models[0];
  const components = useDecoded({ model, args: nothing, makeCodes: componentCodes, active: inView });
  const turned = useDecoded({ model, args: { start, turns }, makeCodes: turnedCode, active: inView });

  const numTurned = Math.min(k, mostTurned);
  const isInitial = state.model === initial.series && k === initial.k;
  const isFirst = isInitial && start === 'mean' && turns.every((turn) => turn === farthest);
  const ofModel = <Ink,>(id: string | undefined, ink: Ink): Ink | undefined =>
    id === model.id ? ink : undefined;
  const { error, progress, retry } = components;
  return (
    <Island
      island={island}
      label="A code, number by number"
      runs={[model.id]}
      state={turned.state}
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <Segmented
          legend="Model"
          options={series.map(({ name, text }) => ({ value: name, text }))}
          value={state.model}
          onChange={(name) => change({ model: name })}
          disabled={!enabled}
        />
        <CodeDimSlider
          codeDims={codeDims}
          value={k}
          onChange={(codeDim) => change({ k: codeDim })}
          disabled={!enabled}
        />
      </div>
      <div className="turned-code" data-model={model.id}>
        <div className="turned-components">
          <PaneLabel
            text={`${chosen.text}: each number alone`}
            error={error}
            progress={progress}
            remark={k > numTurned ? `the first ${numTurned} of ${k}` : ''}
          />
          <DigitGrid
            rows={componentStds.length}
            columns={numTurned}
            cellSize={28}
            label={`${chosen.text}: the mean code with one number moved by ${componentStds[0]} standard deviations in the upper row and by ${componentStds[1]} in the lower one, numbers 1 to ${numTurned} from left to right`}
            ink={ofModel(components.picture?.request.id, components.picture?.ink)}
            preview={isInitial ? firstComponents : undefined}
          />
          <p className="remark">Above: two standard deviations less than the mean. Below: two more.</p>
          {error && <PaneFailure error={error} onRetry={retry} />}
        </div>
        <div className="turned-picture">
          <Choice
            label="Start from"
            options={startOptions}
            value={start}
            onChange={(value) => change({ start: value })}
            disabled={!enabled}
          />
          <DigitGrid
            rows={1}
            columns={1}
            cellSize={28}
            label={`What the decoder draws from ${startOptions.find(({ value }) => value === start)?.text ?? ''} with the numbers turned as the sliders say`}
            ink={ofModel(turned.picture?.request.id, turned.picture?.ink)}
            preview={isFirst ? firstPicture : undefined}
          />
          <button
            type="button"
            className="button"
            disabled={!enabled}
            onClick={() => change({ turns: noTurns })}
          >
            Turn all back
          </button>
        </div>
        <div className="turned-numbers">
          {turns.slice(0, numTurned).map((turn, i) => (
            <Slider
              key={i}
              label={`Number ${i + 1}`}
              value={turn}
              max={2 * farthest}
              step={1}
              text={turnText(turn)}
              onChange={(value) => change({ turns: withItem(turns, i, value) })}
              disabled={!enabled}
            />
          ))}
        </div>
      </div>
    </Island>
  );
}
