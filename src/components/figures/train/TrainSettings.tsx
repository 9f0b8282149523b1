/** What the next run is made of; σ changes the run that goes on, too. */
import { Choice } from '../../controls/Choice.tsx';
import { MoreControls } from '../../controls/MoreControls.tsx';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SigmaSlider } from '../../controls/SigmaSlider.tsx';
import { lossTexts } from '../losses/loss-texts.ts';
import { NextSeed } from '../shell/NextSeed.tsx';
import {
  contentDims,
  dataNames,
  imageCounts,
  rateFactors,
  sigmas,
  type TrainFacts,
  type TrainState,
} from './state.ts';

interface TrainSettingsProps {
  readonly state: TrainState;
  readonly mnist: TrainFacts['mnist'];
  readonly numDrawings: number;
  readonly onChange: (changed: Partial<TrainState>) => void;
  readonly disabled: boolean;
}

export function TrainSettings({ state, mnist, numDrawings, onChange, disabled }: TrainSettingsProps) {
  return (
    <>
      <Segmented
        legend="Learn"
        options={(['strokes', 'mnist'] as const).map((value) => ({
          value,
          text: dataNames[value],
          ...(value === 'mnist' && !mnist && { disabled: true, name: 'MNIST, not in this build' }),
        }))}
        value={state.data}
        onChange={(data) => onChange({ data })}
        disabled={disabled}
      />
      <Choice
        label="Images"
        options={imageCounts.map((value) => ({ value, text: String(value) }))}
        value={state.numImages}
        onChange={(numImages) => onChange({ numImages })}
        disabled={disabled}
      />
      <SigmaSlider
        sigmas={sigmas}
        sigma={state.contentNoiseStd}
        onChange={(contentNoiseStd) => onChange({ contentNoiseStd })}
        disabled={disabled}
      />
      <MoreControls title="More settings">
        <PresetToggle
          presets={['exercise', 'lord']}
          preset={state.preset}
          onChange={(preset) => onChange({ preset: preset === 'exercise' ? 'exercise' : 'lord' })}
          disabled={disabled}
        />
        <Choice
          label="Loss"
          options={(['l1', 'l2', 'l1+l2'] as const).map((value) => ({ value, text: lossTexts[value] }))}
          value={state.loss}
          onChange={(loss) => onChange({ loss })}
          disabled={disabled}
        />
        <Choice
          label="Numbers in a content code"
          options={contentDims.map((value) => ({ value, text: String(value) }))}
          value={state.contentDim}
          onChange={(contentDim) => onChange({ contentDim })}
          disabled={disabled}
        />
        <Choice
          label="Learning rates"
          options={rateFactors.map((value) => ({
            value,
            text: value === 1 ? 'the preset’s' : `× ${value.toLocaleString('en')}`,
          }))}
          value={state.rateFactor}
          onChange={(rateFactor) => onChange({ rateFactor })}
          disabled={disabled}
        />
        <NextSeed seed={state.seed} onChange={(seed) => onChange({ seed })} disabled={disabled}>
          {`Seed ${state.seed}: take the next`}
        </NextSeed>
        {numDrawings > 0 && (
          <Segmented
            legend="Your drawings"
            options={[
              { value: 'yes', text: `learn ${numDrawings} too` },
              { value: 'no', text: 'leave out' },
            ]}
            value={state.drawings ? 'yes' : 'no'}
            onChange={(value) => onChange({ drawings: value === 'yes' })}
            disabled={disabled}
          />
        )}
      </MoreControls>
    </>
  );
}
