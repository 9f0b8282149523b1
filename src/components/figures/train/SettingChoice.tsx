/** One setting of a run as a menu. */
import { Choice } from '../../controls/Choice.tsx';
import type { TrainingSettings } from '../../../engine/trainer-protocol.ts';
import { menus, type MenuName } from './setting-menus.ts';

interface SettingChoiceProps<Name extends MenuName> {
  readonly name: Name;
  /** What it is called, where that is not the setting's own name. */
  readonly label?: string;
  readonly value: TrainingSettings[Name];
  readonly onChange: (value: TrainingSettings[Name]) => void;
  readonly disabled: boolean;
}

export function SettingChoice<Name extends MenuName>({ name, label, ...rest }: SettingChoiceProps<Name>) {
  const menu = menus[name];
  return (
    <Choice
      label={label ?? menu.label}
      options={menu.values.map((value) => ({ value, text: menu.text(value) }))}
      {...rest}
    />
  );
}
