/** The table of the chart: a heading sorts by its column, a row's name chooses the row. Its values are dots that a screen reader hears as numbers. */
import type { CSSProperties } from 'react';
import { columnNames, columns, type ColumnName } from './columns.ts';
import { scaleOf, writeValue, type Order, type Scale, type SettingRow, type Value } from './rows.ts';

interface SettingsTableProps {
  readonly rows: readonly SettingRow[];
  /** Also those that are not shown: a column's scale is theirs. */
  readonly all: readonly SettingRow[];
  readonly order: Order;
  readonly asNumbers: boolean;
  readonly chosen: string;
  readonly enabled: boolean;
  readonly onOrder: (name: ColumnName) => void;
  readonly onChoose: (id: string) => void;
  readonly onPeek: (id: string | undefined) => void;
}

export function SettingsTable({
  rows,
  all,
  order,
  asNumbers,
  chosen,
  enabled,
  onOrder,
  onChoose,
  onPeek,
}: SettingsTableProps) {
  const scales = columnNames.map((name) => ({ name, scale: scaleOf(all, name) }));
  return (
    <div className="settings-scroll" role="region" aria-label="Settings and metrics" tabIndex={0}>
      <table className="settings-table" onPointerLeave={() => onPeek(undefined)}>
        <thead>
          <tr>
            <th scope="col">
              <var>σ</var>
            </th>
            <th scope="col">beside the noise</th>
            {columnNames.map((name) => (
              <th key={name} scope="col" aria-sort={order === name ? sortedAs(name) : undefined}>
                <button
                  type="button"
                  disabled={!enabled}
                  title={`Sort by ${columns[name].name}, the best first`}
                  onClick={() => onOrder(name)}
                >
                  <span>{columns[name].heading}</span>
                  <span aria-hidden="true">{order === name ? ' ▾' : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              aria-current={row.id === chosen || undefined}
              onPointerEnter={() => onPeek(row.id)}
            >
              <td>{row.sigma}</td>
              <th scope="row">
                <button
                  type="button"
                  disabled={!enabled}
                  onClick={() => onChoose(row.id)}
                  onFocus={() => onPeek(row.id)}
                  onBlur={() => onPeek(undefined)}
                >
                  {row.says}
                </button>
              </th>
              {scales.map(({ name, scale }) => (
                <td key={name} data-aim={row.values[name].meetsAim || undefined}>
                  {asNumbers ? (
                    <Written name={name} value={row.values[name]} />
                  ) : (
                    <Dot name={name} value={row.values[name]} scale={scale} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The best stands first, whichever way that is. */
const sortedAs = (name: ColumnName): 'ascending' | 'descending' =>
  columns[name].better === 'less' ? 'ascending' : 'descending';

interface CellProps {
  readonly name: ColumnName;
  readonly value: Value;
}

const Written = ({ name, value: { mean, sd, meetsAim } }: CellProps) => (
  <>
    {meetsAim ? <strong>{writeValue(name, mean)}</strong> : writeValue(name, mean)}
    <small>{sd !== null && ` ± ${writeValue(name, sd)}`}</small>
  </>
);

function Dot({ name, value: { mean, sd }, scale }: CellProps & { readonly scale: Scale }) {
  const at = scale(mean);
  const reach = Math.abs(scale(mean + (sd ?? 0)) - at);
  const style = { '--at': at.toFixed(3), '--reach': reach.toFixed(3) } as CSSProperties;
  return (
    <span className="setting-dot" style={style}>
      <span className="sr-only">{writeValue(name, mean)}</span>
    </span>
  );
}
