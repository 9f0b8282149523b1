/** Refuses data that cannot be drawn, and says which: an empty chart or a number that is none is a mistake in what was measured. */
import type { LineChartData, ScatterChartData, ValueAxis } from './types.ts';

function expectUnique(ids: readonly string[], what: string): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`Two ${what} of a chart have the id "${twice}".`);
}

function expectNumbers(values: Readonly<Record<string, number | null | undefined>>, where: string): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && !Number.isFinite(value)) {
      throw new Error(`${where}: ${name} is ${value}, and a chart cannot draw that.`);
    }
  }
}

const expectPositive = (axis: ValueAxis, value: number, where: string): void => {
  if (axis.scale === 'log' && value <= 0) {
    throw new Error(`${where}: ${value} has no place on the logarithmic axis "${axis.label}".`);
  }
};

/** @throws Error naming panel, series and datum. */
export function checkLineChart({ panels, x, marker }: LineChartData): void {
  if (panels.length === 0) throw new Error(`A chart over ${x.label} has no panels.`);
  expectUnique(
    panels.map(({ id }) => id),
    'panels',
  );
  for (const { id, y, series, references = [] } of panels) {
    if (series.length === 0) throw new Error(`The panel "${id}" has no series.`);
    expectUnique(
      series.map((each) => each.id),
      'series',
    );
    for (const { id: name, data } of series) {
      const where = `Series "${name}" of the panel "${id}"`;
      if (data.length === 0) throw new Error(`${where} has no data.`);
      data.forEach((datum, i) => {
        expectNumbers({ x: datum.x, y: datum.y, sd: datum.sd }, `${where}, datum ${i}`);
        expectPositive(y, datum.y, `${where}, datum ${i}`);
        if (i > 0 && datum.x <= data[i - 1].x) throw new Error(`${where}: x does not rise at datum ${i}.`);
      });
    }
    for (const { label, y: at } of references) {
      expectNumbers({ y: at }, `The reference "${label}" of the panel "${id}"`);
    }
  }
  if (marker !== undefined && !xValues({ panels }).includes(marker)) {
    throw new Error(`The marker is at ${x.label} ${marker}, where there are no data.`);
  }
}

/** @throws Error naming group and point. */
export function checkScatterChart({ groups, x, y }: ScatterChartData): void {
  if (groups.length === 0) throw new Error(`A chart of ${y.label} against ${x.label} has no groups.`);
  expectUnique(
    groups.map(({ id }) => id),
    'groups',
  );
  expectUnique(
    groups.flatMap(({ points }) => points.map(({ id }) => id)),
    'points',
  );
  for (const { id, points } of groups) {
    if (points.length === 0) throw new Error(`The group "${id}" has no points.`);
    for (const point of points) {
      const where = `The point "${point.id}"`;
      expectNumbers({ x: point.x, y: point.y, xSd: point.xSd, ySd: point.ySd }, where);
      expectPositive(x, point.x, where);
      expectPositive(y, point.y, where);
    }
  }
}

/** Every x of any series, rising. */
export const xValues = ({ panels }: Pick<LineChartData, 'panels'>): readonly number[] =>
  [...new Set(panels.flatMap(({ series }) => series.flatMap(({ data }) => data.map(({ x }) => x))))].sort(
    (a, b) => a - b,
  );
