/** State of the chart of all settings: which part is shown, by what it is sorted, as dots or numbers, and whose picture. */
import { choice, type Fields } from '../shell/state/fields.ts';
import { columnNames } from './columns.ts';
import { parts, type Order, type Part, type SettingRow } from './rows.ts';

export const views = ['dots', 'numbers'] as const;

interface SettingsState {
  readonly show: Part;
  readonly sort: Order;
  readonly as: (typeof views)[number];
  /** Id of the setting whose transfers are shown. */
  readonly of: string;
}

export const settingsFields = (rows: readonly SettingRow[], first: string): Fields<SettingsState> => ({
  show: choice(parts, 'all'),
  sort: choice<Order>(['given', ...columnNames], 'given'),
  as: choice(views, 'dots'),
  of: choice(
    rows.map(({ id }) => id),
    first,
  ),
});
