/** A layer that is opened: its maps, one of them large, and the sum behind one of its numbers. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { ScrubPad } from '../../controls/ScrubPad.tsx';
import { Slider } from '../../controls/Slider.tsx';
import type { Activations } from '../../../networks/generator/activations.ts';
import { SumOfUnit } from './SumOfUnit.tsx';
import type { TwoCodesFacts, TwoCodesState } from './state.ts';
import type { SumTable } from './sum-table.ts';
import { heatOf, layerViews, sheetOf, viewOf } from './views.ts';

interface OpenLayerProps {
  readonly state: TwoCodesState;
  readonly first: TwoCodesFacts['first'];
  /** Undefined until the engine has looked inside. */
  readonly layers: Activations['layers'] | undefined;
  readonly sum: SumTable;
  readonly onChange: (changed: Partial<TwoCodesState>) => void;
  readonly enabled: boolean;
}

export function OpenLayer({ state, first, layers, sum, onChange, enabled }: OpenLayerProps) {
  const view = viewOf(state.layer);
  const { rows, columns, numMaps, size } = view;
  const length = rows * columns;
  const place = state.place % length;
  const [row, column] = [Math.floor(place / columns), place % columns];
  const heat = layers && heatOf(view, layers);
  const map = numMaps > 1 ? state.map : 0;
  const what = numMaps > 1 ? `Map ${map + 1}` : `The ${size} numbers`;
  const goTo = (left: number, top: number): void =>
    onChange({ place: inside(top, rows) * columns + inside(left, columns) });
  return (
    <div className="open-layer">
      {numMaps > 1 && (
        <div>
          <p className="axis-title">{`${numMaps} maps: open one`}</p>
          <DigitGrid
            {...sheetOf(view)}
            label={`The ${numMaps} maps of ${size}`}
            ink={heat}
            preview={first.sheets[layerViews.indexOf(view)]}
            cellText={(each) => `Map ${each + 1}`}
            selected={map}
            {...(enabled ? { onSelect: (each: number) => onChange({ map: each }) } : {})}
          />
        </div>
      )}
      <div>
        <p className="axis-title">{`${what}: choose a ${numMaps > 1 || state.layer === 'image' ? 'pixel' : 'number'}`}</p>
        <div className="scrub">
          <DigitGrid
            rows={rows}
            columns={columns}
            cellSize={1}
            label={`${what}, the darker the larger`}
            ink={heat?.subarray(map * length, (map + 1) * length)}
            preview={
              first.map.layer === state.layer && first.map.number === map ? first.map.sheet : undefined
            }
          />
          <ScrubPad left={(column + 0.5) / columns} top={(row + 0.5) / rows} onChange={goTo} />
        </div>
        <Slider
          label="Across"
          value={column}
          max={columns - 1}
          step={1}
          text={`${column + 1} of ${columns}`}
          onChange={(to) => onChange({ place: row * columns + to })}
          disabled={!enabled}
        />
        <Slider
          label="Down"
          value={row}
          max={rows - 1}
          step={1}
          text={`${row + 1} of ${rows}`}
          onChange={(to) => onChange({ place: to * columns + column })}
          disabled={!enabled}
        />
      </div>
      <SumOfUnit sum={sum} />
    </div>
  );
}

const inside = (share: number, count: number): number =>
  Math.min(Math.max(Math.floor(share * count), 0), count - 1);
