/**
 * One figure against another, a point a model, in groups that differ in colour and in symbol. Each group is named beside its points,
 * and so is each point where there is room.
 *
 *   drawScatter({ x: { label: 'Class obeyed', percent: true }, y: { label: 'Ink kept' }, groups }, sizes.wide)
 */
import * as Plot from '@observablehq/plot';
import { axisRoom, drawTitleOfX, drawTitleOfY, scaleAxis, titleHeight } from './axes.ts';
import { checkScatterChart } from './check.ts';
import {
  append,
  appendLabel,
  finish,
  groupsOf,
  labelHeight,
  setAttributes,
  type Drawing,
  type Label,
} from './drawing.ts';
import { colorOf, plotFrame } from './frame.ts';
import { axisTitle, textWidth } from './format.ts';
import { boxesAlong, leastCrowded, type Box } from './labels.ts';
import type { DrawingSize, Point, PointGroup, ScatterChartData } from './types.ts';

export function drawScatter(chart: ScatterChartData, size: DrawingSize): string {
  checkScatterChart(chart);
  const points = chart.groups.flatMap((group) => group.points);
  const x = scaleAxis(chart.x, points.flatMap(around('x', 'xSd')), size.name === 'wide' ? 7 : 4);
  const y = scaleAxis(chart.y, points.flatMap(around('y', 'ySd')), size.name === 'wide' ? 6 : 5);
  const drawing = plotFrame(size, {
    margins: { top: titleHeight + 14, right: 14, bottom: 44, left: axisRoom(y) },
    x: { ...x, insetLeft: 10, insetRight: 10 },
    y: { ...y, inset: 6 },
    marks: [
      Plot.gridX(x.ticks, { stroke: 'var(--rule)', strokeOpacity: 1 }),
      ...chart.groups.flatMap((group) => marksOf(group, { x: x.domain, y: y.domain })),
    ],
  });
  nameSymbols(drawing, chart.groups);
  drawTitleOfX(drawing, `${axisTitle(chart.x)} →`);
  drawTitleOfY(drawing, [`↑ ${axisTitle(chart.y)}`]);
  drawNames(drawing, chart.groups, size);
  return finish(drawing, size);
}

const around =
  (value: 'x' | 'y', sd: 'xSd' | 'ySd') =>
  (point: Point): number[] => [point[value] - (point[sd] ?? 0), point[value] + (point[sd] ?? 0)];

type Domains = Readonly<Record<'x' | 'y', readonly [number, number]>>;

function marksOf(group: PointGroup, domains: Domains): Plot.Markish[] {
  const points = [...group.points];
  const stroke = colorOf(group);
  const whisker = { stroke, strokeWidth: 1.25, strokeOpacity: 0.7 };
  const end = (value: 'x' | 'y', sd: 'xSd' | 'ySd', i: 0 | 1) => (point: Point) =>
    Math.max(domains[value][0], Math.min(domains[value][1], around(value, sd)(point)[i]));
  return [
    ...(group.connect === true
      ? [Plot.line(points, { x: 'x', y: 'y', stroke, strokeWidth: 1.25, strokeOpacity: 0.55 })]
      : []),
    Plot.ruleX(points, { x: 'x', y1: end('y', 'ySd', 0), y2: end('y', 'ySd', 1), ...whisker }),
    Plot.ruleY(points, { y: 'y', x1: end('x', 'xSd', 0), x2: end('x', 'xSd', 1), ...whisker }),
    Plot.dot(points, {
      x: 'x',
      y: 'y',
      r: 5,
      symbol: group.symbol,
      fill: stroke,
      stroke: 'var(--paper)',
      strokeWidth: 1,
    }),
  ];
}

/** Says of each symbol which row of the table it is and which model, and makes it a link where it leads somewhere. */
function nameSymbols(drawing: Drawing, groups: readonly PointGroup[]): void {
  let row = 0;
  groupsOf(drawing, 'dot').forEach((marks, g) => {
    [...marks.children].forEach((mark, i) => {
      const { id, label, href, x, y } = groups[g].points[i];
      setAttributes(mark, {
        class: 'chart-point',
        'data-row': row,
        'data-at': `${drawing.x(x).toFixed(1)} ${drawing.y(y).toFixed(1)}`,
      });
      row += 1;
      if (href === undefined) {
        setAttributes(mark, { 'data-id': id });
        return;
      }
      const link = append(marks, 'a', { href, 'data-id': id, 'aria-label': label });
      // Large enough for a finger.
      append(link, 'circle', { class: 'chart-hit', cx: drawing.x(x), cy: drawing.y(y), r: 14 });
      link.append(mark);
    });
  });
}

const whiskersOf = ({ x, y }: Drawing, point: Point): Box[] => [
  ...boxesAlong(around('x', 'xSd')(point).map((at) => ({ x: x(at), y: y(point.y) }))),
  ...boxesAlong(around('y', 'ySd')(point).map((at) => ({ x: x(point.x), y: y(at) }))),
];

/** Names of groups first, then of points, each where it lies on least; a point without room goes unnamed. */
function drawNames(drawing: Drawing, groups: readonly PointGroup[], size: DrawingSize): void {
  const places = groups.map(({ points }) => points.map(({ x, y }) => ({ x: drawing.x(x), y: drawing.y(y) })));
  const obstacles: Box[] = places.flatMap((group, g) => [
    ...group.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 })),
    ...(groups[g].connect === true ? boxesAlong(group, 3) : []),
    ...groups[g].points.flatMap((point) => whiskersOf(drawing, point)),
  ]);
  const page = {
    x: drawing.frame.x,
    y: drawing.frame.y - 8,
    width: size.width - drawing.frame.x,
    height: drawing.frame.height + 8,
  };
  const beside = (text: string, { x, y }: { x: number; y: number }, far: number): Label[] => {
    const width = textWidth(text) * 1.04;
    const label = { text, width, height: labelHeight };
    return [
      { ...label, x: x + far, y: y - labelHeight / 2 },
      { ...label, x: x - far - width, y: y - labelHeight / 2 },
      { ...label, x: x - width / 2, y: y - far - labelHeight + 1 },
      { ...label, x: x - width / 2, y: y + far - 1 },
      { ...label, x: x + far - 1, y: y - far - labelHeight + 5 },
      { ...label, x: x + far - 1, y: y + far - 5 },
      { ...label, x: x - far - width + 1, y: y - far - labelHeight + 5 },
      { ...label, x: x - far - width + 1, y: y + far - 5 },
    ];
  };
  const names = append(drawing.svg, 'g', { class: 'chart-names' });
  groups.forEach((group, g) => {
    const candidates = [9, 16].flatMap((far) =>
      places[g].toReversed().flatMap((place) => beside(group.label, place, far)),
    );
    const { box } = leastCrowded(candidates, obstacles, page);
    obstacles.push(box);
    appendLabel(names, box, { fill: colorOf(group) });
  });
  const pointNames = append(drawing.svg, 'g', { class: 'chart-point-names' });
  groups.forEach(({ points }, g) => {
    points.forEach(({ short }, i) => {
      if (short === undefined) return;
      const { box, crowding } = leastCrowded(beside(short, places[g][i], 8), obstacles, page);
      if (crowding > 1e-6) return;
      obstacles.push(box);
      appendLabel(pointNames, box);
    });
  });
}
