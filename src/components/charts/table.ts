/** The data of a chart as the table behind "Show the numbers". The reading line beneath a chart is put together from its cells. */
import { xValues } from './check.ts';
import { formatWithSpread } from '../layout/number-text.ts';
import { axisTitle, formatX } from './format.ts';
import type { LineChartData, ScatterChartData } from './types.ts';

export interface ChartTable {
  /** Heading of the first column. */
  readonly corner: string;
  /** Headings over several columns, where there are several panels. */
  readonly groups: readonly { readonly heading: string; readonly span: number }[];
  /** `name` says in the reading line what the cell is; `heading` is under its group's heading. */
  readonly columns: readonly { readonly heading: string; readonly name: string }[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly string[] }[];
}

/** One row a value of x, one column a series, panel by panel. */
export function tableOfLines(chart: LineChartData): ChartTable {
  const { x, panels } = chart;
  const columns = panels.flatMap((panel) => panel.series.map((series) => ({ panel, series })));
  return {
    corner: x.label,
    groups: panels.map(({ y, series }) => ({ heading: axisTitle(y), span: series.length })),
    columns: columns.map(({ panel, series }) => ({
      heading: series.label,
      name: panels.length > 1 ? `${axisTitle(panel.y)}, ${series.label}` : series.label,
    })),
    rows: xValues(chart).map((value) => ({
      heading: formatX(value),
      cells: columns.map(({ panel, series }) => {
        const datum = series.data.find((each) => each.x === value);
        return datum ? formatWithSpread(datum.y, datum.sd ?? null, panel.y) : '–';
      }),
    })),
  };
}

/** One row a point. */
export function tableOfPoints({ x, y, groups }: ScatterChartData): ChartTable {
  return {
    corner: 'Model',
    groups: [],
    columns: [x, y].map((axis) => ({ heading: axisTitle(axis), name: axisTitle(axis) })),
    rows: groups.flatMap(({ points }) =>
      points.map((point) => ({
        heading: point.label,
        cells: [
          formatWithSpread(point.x, point.xSd ?? null, x),
          formatWithSpread(point.y, point.ySd ?? null, y),
        ],
      })),
    ),
  };
}
