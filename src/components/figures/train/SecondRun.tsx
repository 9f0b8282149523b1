/** The one setting that a second run has otherwise. */
import { Choice } from '../../controls/Choice.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { differingNames, labelOf, nameIn, otherwise, type Otherwise } from './second-run.ts';
import { SettingChoice } from './SettingChoice.tsx';
import { settingsOf, type TrainState } from './state.ts';

interface SecondRunProps {
  readonly state: TrainState;
  readonly other: Otherwise;
  readonly onChange: (other: Otherwise) => void;
  readonly disabled: boolean;
}

export default function SecondRun({ state, other, onChange, disabled }: SecondRunProps) {
  const settings = settingsOf(state);
  const name = nameIn(other);
  return (
    <>
      <Choice
        label="What differs"
        options={differingNames.map((value) => ({ value, text: labelOf(value) }))}
        value={name}
        onChange={(next) => onChange(otherwise(settings, next))}
        disabled={disabled}
      />
      {name === 'seed' ? (
        <NextSeed
          seed={other.seed ?? settings.seed}
          onChange={(seed) => onChange({ seed })}
          disabled={disabled}
        >
          {`Seed ${other.seed} in the second run: take the next`}
        </NextSeed>
      ) : (
        <SettingChoice
          name={name}
          label="In the second run"
          value={other[name] ?? settings[name]}
          onChange={(value) => onChange({ [name]: value })}
          disabled={disabled}
        />
      )}
      {other[name] === settings[name] && (
        <p className="remark">Both runs have the same settings, so they are alike to the last digit.</p>
      )}
    </>
  );
}
