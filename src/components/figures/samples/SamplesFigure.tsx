/** Digits that nobody wrote: content drawn from a Gaussian, one row a class. */
import { samples } from '../../../networks/generator/codes.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { ClassAxis } from '../shell/ClassAxis.tsx';
import { FigureShell } from '../shell/FigureShell.tsx';
import { useFigure } from '../shell/hooks/use-figure.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { useReadings } from '../shell/hooks/use-readings.ts';
import { JudgeRemark } from '../shell/JudgeRemark.tsx';
import { DrawAgain } from '../shell/DrawAgain.tsx';
import type { FigureFacts } from '../shell/state/checkpoints.ts';
import { countText, missedBy } from '../shell/state/readings.ts';
import { maxTemperature, sampleOptions, samplesFields } from './state.ts';

const priors = [
  { value: 'fitted', text: 'fitted Gaussian' },
  { value: 'standard', text: 'N(0, I)' },
] as const;

const classCodes = [
  { value: 'learned', text: 'learned' },
  { value: 'random', text: 'random' },
] as const;

export function SamplesFigure({ facts }: { readonly facts: FigureFacts }) {
  const figure = useFigure('samples', facts, samplesFields);
  const { state, change, model, preview, enabled, inView } = figure;
  const args = sampleOptions(state, facts.numClasses);
  const live = usePicture({ id: model.id, args, makeBatch: samples, active: inView });
  const { picture } = live;
  const readings = useReadings(live, facts.judge);
  const shown = picture?.request.args ?? args;
  const classOfCell = (cell: number): number => shown.classes[Math.floor(cell / shown.perClass)];
  const meant = shown.classCodes === 'learned' ? classOfCell : undefined;
  const read =
    readings.now && meant
      ? `; the judge reads ${countText(readings.now, meant)} as the class of their row`
      : '';
  const rows = shown.classCodes === 'learned' ? 'one class a row' : 'each with a random class code';
  const content = shown.prior === 'fitted' ? 'the fitted Gaussian' : 'N(0, I)';

  return (
    <FigureShell
      figure={figure}
      live={live}
      label="Samples"
      side={
        <>
          <Segmented
            legend="Content from"
            options={priors}
            value={state.prior}
            onChange={(prior) => change({ prior })}
            disabled={!enabled}
          />
          <Segmented
            legend="Class codes"
            options={classCodes}
            value={state.codes}
            onChange={(codes) => change({ codes })}
            disabled={!enabled}
          />
          <Slider
            label="Temperature"
            value={state.temperature}
            max={maxTemperature}
            step={0.05}
            text={state.temperature.toFixed(2)}
            onChange={(temperature) => change({ temperature })}
            disabled={!enabled}
          />
          <DrawAgain seed={state.seed} onChange={(next) => change({ seed: next })} disabled={!enabled} />
        </>
      }
    >
      <div className="axes">
        <p className="axis-note">{`content drawn from ${content}`}</p>
        <ClassAxis
          {...(shown.classCodes === 'learned'
            ? { rows: shown.classes }
            : { rows: shown.classes.map(() => undefined), title: 'a random class code each' })}
        />
        <DigitGrid
          rows={shown.classes.length}
          columns={shown.perClass}
          cellSize={28}
          label={`Samples, ${rows}: content from ${content} at temperature ${shown.temperature}${read}`}
          ink={picture?.ink}
          preview={preview.url}
          isMissed={missedBy(readings.now, meant)}
        />
      </div>
      <JudgeRemark
        judge={facts.judge}
        readings={readings}
        meant={meant}
        numPictures={shown.classes.length * shown.perClass}
        cost={null}
      />
    </FigureShell>
  );
}
