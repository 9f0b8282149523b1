/** Every setting of the chapter as a row, every metric as a column: a dot where the value stands, or the number; any column sorts. */
import { useMemo, useState } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { arranged, type SettingRow } from './rows.ts';
import { SettingPicture } from './SettingPicture.tsx';
import { SettingsTable } from './SettingsTable.tsx';
import { settingsFields } from './state.ts';

interface SettingsChartFigureProps {
  readonly rows: readonly SettingRow[];
  /** Id of the setting whose picture is shown first. */
  readonly first: string;
  /** Where the checkpoint folders are, ending in a slash. */
  readonly modelsUrl: string;
}

const partOptions = [
  { value: 'all', text: 'all' },
  { value: 'whitened', text: 'whitening' },
  { value: 'guided', text: 'classifier' },
  { value: 'variants', text: 'its variants' },
  { value: 'styled', text: 'style' },
] as const;
const viewOptions = [
  { value: 'dots', text: 'dots' },
  { value: 'numbers', text: 'numbers' },
] as const;

export function SettingsChartFigure({ rows, first, modelsUrl }: SettingsChartFigureProps) {
  const fields = useMemo(() => settingsFields(rows, first), [rows, first]);
  const island = useIsland('settings', fields);
  const { state, change, enabled } = island;
  /** The row under the pointer or with the focus: it shows itself without being chosen. */
  const [peeked, setPeeked] = useState<string>();
  const shown = rows.find(({ id }) => id === (peeked ?? state.of)) ?? rows[0];
  return (
    <Island island={island} label="Every setting" runs={[shown.id]} state="ready" foot={null}>
      <div className="island-controls">
        <Segmented
          legend="Show"
          options={partOptions}
          value={state.show}
          onChange={(show) => change({ show })}
          disabled={!enabled}
        />
        <Segmented
          legend="As"
          options={viewOptions}
          value={state.as}
          onChange={(as) => change({ as })}
          disabled={!enabled}
        />
      </div>
      <div className="island-body settings-body">
        <SettingsTable
          rows={arranged(rows, state.show, state.sort)}
          all={rows}
          order={state.sort}
          asNumbers={state.as === 'numbers'}
          chosen={state.of}
          enabled={enabled}
          onOrder={(sort) => change({ sort: sort === state.sort ? 'given' : sort })}
          onChoose={(of) => change({ of })}
          onPeek={setPeeked}
        />
        <div className="island-side">
          <SettingPicture row={shown} modelsUrl={modelsUrl} />
        </div>
      </div>
    </Island>
  );
}
