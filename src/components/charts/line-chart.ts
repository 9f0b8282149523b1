/**
 * Lines over σ or over epochs, one panel a drawing: spread, reference lines, direct labels at the ends, the mark of a chosen x.
 *
 *   drawPanel({ x: { label: 'σ', scale: 'ordinal' }, panels: [{ id: 'swap', y: { label: 'Swap accuracy', percent: true }, series }] }, 0, sizes.wide)
 */
import * as Plot from '@observablehq/plot';
import {
  axisRoom,
  drawTitleOfY,
  drawUnitOfX,
  scaleAxis,
  titleHeight,
  wrap,
  type ScaledAxis,
} from './axes.ts';
import { checkLineChart, xValues } from './check.ts';
import {
  append,
  appendLabel,
  finish,
  groupsOf,
  labelHeight,
  setAttributes,
  type Drawing,
} from './drawing.ts';
import { colorOf, plotFrame } from './frame.ts';
import { axisTitle, formatTicks, formatX, textWidth } from './format.ts';
import { boxesAlong, leastCrowded, spreadOut, type Box } from './labels.ts';
import type { Datum, DrawingSize, LineChartData, Panel, Series } from './types.ts';

const labelGap = 8;

/** All numbers that the vertical axis must hold. */
const extentOf = ({ series, references = [] }: Panel): number[] => [
  ...series.flatMap(({ data }) => data.flatMap(({ y, sd }) => [y - (sd ?? 0), y + (sd ?? 0)])),
  ...references.map(({ y }) => y),
];

/** What the panels of a chart have in common, so that the same x is in the same place in each. */
function layOut({ panels, x }: LineChartData, size: DrawingSize) {
  const axes = panels.map((panel) => {
    const values = extentOf(panel).filter((value) => panel.y.scale !== 'log' || value > 0);
    return scaleAxis(panel.y, values, size.name === 'wide' ? 6 : 5);
  });
  const names = panels.map(({ series }) =>
    series.map((each) => (size.name === 'narrow' ? (each.short ?? each.label) : each.label)),
  );
  const titles = panels.map(({ y }) => wrap(axisTitle(y), size.width));
  const margins = {
    top: Math.max(...titles.map(({ length }) => length)) * titleHeight + 12,
    right: Math.max(textWidth(x.label) + 6, ...names.flat().map(textWidth)) * 1.04 + labelGap + 2,
    bottom: 26,
    left: Math.max(...axes.map(axisRoom)),
  };
  return { axes, names, titles, margins };
}

/** One panel of a chart as an SVG string. */
export function drawPanel(chart: LineChartData, index: number, size: DrawingSize): string {
  checkLineChart(chart);
  const panel = chart.panels[index];
  const xs = xValues(chart);
  const { axes, names, titles, margins } = layOut(chart, size);
  const y = axes[index];
  const drawing = plotFrame(size, {
    margins,
    x:
      chart.x.scale === 'ordinal'
        ? { type: 'point', domain: xs, padding: 0.35, round: false, ticks: xs, words: xs.map(formatX) }
        : linearX(xs),
    y,
    marks: panel.series.flatMap((series) => marksOf(series, chart, y)),
  });
  nameLines(drawing, chart, index, xs);
  drawUnitOfX(drawing, chart.x.label);
  drawTitleOfY(drawing, titles[index]);
  drawReferences(drawing, panel, size);
  drawEndLabels(drawing, panel, names[index]);
  if (chart.marker !== undefined) drawMarker(drawing, xs, chart.marker);
  return finish(drawing, size);
}

function marksOf(
  series: Series,
  { spread = 'band', dots = true }: LineChartData,
  { domain }: ScaledAxis,
): Plot.Markish[] {
  const data = [...series.data];
  const color = colorOf(series);
  const spreads = data.filter(({ sd }) => sd !== null && sd !== undefined && sd > 0);
  const y1 = ({ y, sd }: Datum): number => Math.max(domain[0], y - (sd ?? 0));
  const y2 = ({ y, sd }: Datum): number => Math.min(domain[1], y + (sd ?? 0));
  return [
    ...(spreads.length > 0 && spread === 'band'
      ? [Plot.areaY(data, { x: 'x', y1, y2, fill: color, fillOpacity: 0.18 })]
      : []),
    ...(spreads.length > 0 && spread === 'whiskers'
      ? [Plot.ruleX(spreads, { x: 'x', y1, y2, stroke: color, strokeWidth: 1.5 })]
      : []),
    Plot.line(data, {
      x: 'x',
      y: 'y',
      stroke: color,
      strokeWidth: dots ? 2 : 1.75,
      strokeLinejoin: 'round',
      ...(series.dashed === true ? { strokeDasharray: '5 4' } : {}),
    }),
    ...(dots
      ? [Plot.dot(data, { x: 'x', y: 'y', r: 3, fill: color, stroke: 'var(--paper)', strokeWidth: 1 })]
      : []),
  ];
}

/** Says of each line which column of the table it is; its points are the rows, or those that are listed. */
function nameLines(drawing: Drawing, { panels }: LineChartData, index: number, xs: readonly number[]): void {
  const before = panels.slice(0, index).reduce((sum, { series }) => sum + series.length, 0);
  groupsOf(drawing, 'line').forEach((group, i) => {
    const { data, id } = panels[index].series[i];
    const rows = data.map(({ x }) => xs.indexOf(x));
    const path = group.querySelector('path');
    if (!path) throw new Error(`The line "${id}" was not drawn.`);
    setAttributes(group, { class: `chart-line chart-line-${i + 1}` });
    setAttributes(path, {
      'data-series': id,
      'data-column': before + i,
      'data-rows': rows.length === xs.length ? undefined : rows.join(' '),
    });
  });
}

/** With ticks at the first x and the last, and at round numbers between them. */
function linearX(xs: readonly number[]): ScaledAxis {
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const inside = scaleAxis({ label: '' }, [first, last], 5).ticks.filter(
    (tick) => tick > first && tick < last,
  );
  const whole = xs.every(Number.isInteger) ? inside.filter(Number.isInteger) : inside;
  const ticks = [...new Set([first, ...whole, last])];
  return { type: 'linear', domain: [first, last], ticks, words: formatTicks(ticks, {}) };
}

const placesOf = ({ x, y }: Drawing, { data }: Series) =>
  data.map((datum) => ({ x: x(datum.x), y: y(datum.y) }));

function drawReferences(drawing: Drawing, { references = [], series }: Panel, { name }: DrawingSize): void {
  const { svg, frame } = drawing;
  const right = frame.x + frame.width;
  const obstacles: Box[] = series.flatMap((each) => boxesAlong(placesOf(drawing, each), 6));
  obstacles.push(
    ...references.map(({ y }) => ({ x: frame.x, y: drawing.y(y) - 1, width: frame.width, height: 2 })),
  );
  const group = append(svg, 'g', { class: 'chart-references' });
  // Below the lines: words may lie on data where there is no other room, but do not hide them.
  svg.querySelector('.chart-line')?.before(group);
  const labels = references.map(({ y, label, short = label }) => {
    const text = name === 'narrow' ? short : label;
    const at = drawing.y(y);
    append(group, 'path', { class: 'chart-reference', d: `M${frame.x},${at}H${right}` });
    const width = textWidth(text);
    const [first, last] = [frame.x + 2, right - width - 2];
    // At the edges rather than between them.
    const sides = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875].map((t) => first + t * (last - first));
    const candidates = sides.flatMap((x) =>
      [at - labelHeight - 1, at + 2].map((top) => ({ x, y: top, width, height: labelHeight, text })),
    );
    const { box } = leastCrowded(candidates, obstacles, frame);
    obstacles.push(box);
    return box;
  });
  for (const label of labels) appendLabel(group, label, { class: 'chart-reference-label' });
}

/** Each name at the height where its line ends, moved where names would touch, and then led to by a stroke. */
function drawEndLabels(drawing: Drawing, { series }: Panel, texts: readonly string[]): void {
  const { svg, frame } = drawing;
  const ends = series.map((each) => placesOf(drawing, each)[each.data.length - 1]);
  const wanted = ends.map(({ y }) => y);
  const placed = spreadOut(wanted, labelHeight, [labelHeight / 2, frame.y + frame.height]);
  const x = frame.x + frame.width + labelGap;
  const group = append(svg, 'g', { class: 'chart-names' });
  series.forEach((each, i) => {
    const endsEarly = ends[i].x < Math.max(...ends.map((end) => end.x));
    if (Math.abs(placed[i] - wanted[i]) > 4 || endsEarly) {
      append(group, 'path', {
        class: 'chart-leader',
        stroke: colorOf(each),
        d: `M${ends[i].x + 4},${wanted[i]}L${x - 2},${placed[i]}`,
      });
    }
    append(group, 'text', { x, y: placed[i] + 4.2, fill: colorOf(each) }, texts[i]);
  });
}

/** A vertical line that a script can move to any x of `data-xs`. */
function drawMarker({ svg, frame, x }: Drawing, xs: readonly number[], at: number): void {
  const places = Object.fromEntries(xs.map((value) => [String(value), Number(x(value).toFixed(1))]));
  const group = append(svg, 'g', {
    class: 'chart-marker',
    'data-x': at,
    'data-xs': JSON.stringify(places),
    style: `transform: translateX(${x(at).toFixed(1)}px)`,
  });
  append(group, 'path', { d: `M0,${frame.y}V${frame.y + frame.height}` });
  // Below the lines: it is not to hide what it points at.
  svg.querySelector('.chart-line')?.before(group);
  append(group, 'path', { class: 'chart-marker-head', d: `M-4,${frame.y - 6}h8l-4,6z` });
}
