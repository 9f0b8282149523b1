/** Whether a second run trains beside the first, and the one setting that it has otherwise. */
import { Choice } from '../../controls/Choice.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { differingNames, labelOf, nameIn, otherwise, type Otherwise } from './second-run.ts';
import { SettingChoice } from './SettingChoice.tsx';
import { settingsOf, type TrainState } from './state.ts';

interface SecondRunProps {
  readonly state: TrainState;
  readonly onChange: (other: Otherwise | undefined) => void;
  readonly disabled: boolean;
}

export function SecondRun({ state, onChange, disabled }: SecondRunProps) {
  const { other } = state;
  const settings = settingsOf(state);
  const name = other && nameIn(other);
  return (
    <>
      <Segmented
        legend="Beside it"
        options={[
          { value: 'no', text: 'nothing' },
          { value: 'yes', text: 'a second run' },
        ]}
        value={other ? 'yes' : 'no'}
        onChange={(value) => onChange(value === 'yes' ? otherwise(settings, 'contentNoiseStd') : undefined)}
        disabled={disabled}
      />
      {name && (
        <Choice
          label="What differs"
          options={differingNames.map((value) => ({ value, text: labelOf(value) }))}
          value={name}
          onChange={(next) => onChange(otherwise(settings, next))}
          disabled={disabled}
        />
      )}
      {name === 'seed' && (
        <NextSeed seed={other?.seed ?? 0} onChange={(seed) => onChange({ seed })} disabled={disabled}>
          {`Seed ${other?.seed} in the second run: take the next`}
        </NextSeed>
      )}
      {other && name && name !== 'seed' && (
        <SettingChoice
          name={name}
          label="In the second run"
          value={other[name] ?? settings[name]}
          onChange={(value) => onChange({ [name]: value })}
          disabled={disabled}
        />
      )}
      {name && other[name] === settings[name] && (
        <p className="remark">Both runs have the same settings, so they are alike to the last digit.</p>
      )}
    </>
  );
}
