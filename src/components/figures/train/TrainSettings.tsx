/** What the next run is made of; σ changes the run that goes on, too. */
import { lazy, Suspense } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { MoreControls } from '../../controls/MoreControls.tsx';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SigmaSlider } from '../../controls/SigmaSlider.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { DataChoice } from './DataChoice.tsx';
import { otherwise } from './second-run.ts';
import { menus } from './setting-menus.ts';
import { SettingChoice } from './SettingChoice.tsx';
import { imageCounts, settingsOf, type TrainFacts, type TrainState } from './state.ts';

/** For those who want two. */
const SecondRun = lazy(() => import('./SecondRun.tsx'));

const menuNames = ['loss', 'classDim', 'contentDim', 'contentDecay', 'rateFactor', 'codeRateFactor'] as const;

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
      <DataChoice
        offered={['strokes', 'mnist', 'pictures']}
        data={state.data}
        mnist={mnist}
        onChange={onChange}
        disabled={disabled}
      />
      {state.data !== 'pictures' && (
        <Choice
          label="Images"
          options={imageCounts.map((value) => ({ value, text: String(value) }))}
          value={state.numImages}
          onChange={(numImages) => onChange({ numImages })}
          disabled={disabled}
        />
      )}
      <SigmaSlider
        sigmas={menus.contentNoiseStd.values}
        sigma={state.contentNoiseStd}
        onChange={(contentNoiseStd) => onChange({ contentNoiseStd })}
        disabled={disabled}
      />
      <Segmented
        legend="Beside it"
        options={[
          { value: 'no', text: 'nothing' },
          { value: 'yes', text: 'a second run' },
        ]}
        value={state.other ? 'yes' : 'no'}
        onChange={(value) =>
          onChange({ other: value === 'yes' ? otherwise(settingsOf(state), 'contentNoiseStd') : undefined })
        }
        disabled={disabled}
      />
      {state.other && (
        <Suspense>
          <SecondRun
            state={state}
            other={state.other}
            onChange={(other) => onChange({ other })}
            disabled={disabled}
          />
        </Suspense>
      )}
      <MoreControls title="More settings">
        <PresetToggle
          presets={['exercise', 'lord']}
          preset={state.preset}
          onChange={(preset) => onChange({ preset: preset === 'exercise' ? 'exercise' : 'lord' })}
          disabled={disabled}
        />
        {menuNames.map((name) => (
          <SettingChoice
            key={name}
            name={name}
            value={state[name]}
            onChange={(value) => onChange({ [name]: value })}
            disabled={disabled}
          />
        ))}
        <NextSeed seed={state.seed} onChange={(seed) => onChange({ seed })} disabled={disabled}>
          {`Seed ${state.seed}: take the next`}
        </NextSeed>
        {numDrawings > 0 && state.data !== 'pictures' && (
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
