import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { lineChartOfCurves, rampTone } from '../../../../../src/components/charts/curve-chart.ts';
import { drawPanel } from '../../../../../src/components/charts/line-chart.ts';
import { sizes, type LineChartData } from '../../../../../src/components/charts/types.ts';
import { lines, sigmas, swapPanel } from './examples.ts';

const draw = (chart: LineChartData, index = 0, size: keyof typeof sizes = 'wide') => {
  const { document } = parseHTML(`<body>${drawPanel(chart, index, sizes[size])}</body>`);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return { all, texts: (selector: string) => all(selector).map(({ textContent }) => textContent) };
};
const pointsOf = (path: Element): number[] => (path.getAttribute('d')?.match(/-?[\d.]+/g) ?? []).map(Number);

describe.each(['wide', 'narrow'] as const)('A line chart, %s', (size) => {
  const chart = draw(lines, 0, size);

  it('draws each series once, with a dot and a step of its line for each datum', () => {
    const paths = chart.all('.chart-line path');
    expect(paths.map((path) => path.getAttribute('data-series'))).toEqual(['lord', 'exercise']);
    expect(paths.map((path) => path.getAttribute('data-column'))).toEqual(['0', '1']);
    for (const path of paths) expect(pointsOf(path)).toHaveLength(2 * sigmas.length);
    expect(chart.all('circle:not(.chart-cursor)')).toHaveLength(2 * sigmas.length);
  });

  it('has the levels of σ as far apart as each other', () => {
    const [path] = chart.all('.chart-line path');
    const xs = pointsOf(path).filter((_, i) => i % 2 === 0);
    for (const [i, x] of xs.slice(2).entries()) expect(x - xs[i + 1]).toBeCloseTo(xs[1] - xs[0], 0);
  });

  it('names series at their ends and references at their lines, and x and y', () => {
    expect(chart.texts('.chart-names text')).toEqual(['lord', 'exercise']);
    expect(chart.texts('.chart-reference-label')).toEqual(['real images']);
    expect(chart.all('.chart-reference')).toHaveLength(1);
    expect(chart.texts('.chart-axis-title').toSorted()).toEqual(['Read as their class', 'σ']);
    expect(chart.texts('.chart-axis:not([text-anchor=end]) text')).toEqual(sigmas.map(String));
  });

  it('keeps every word inside of its view box', () => {
    const { width, height } = sizes[size];
    for (const text of chart.all('.chart-names text, .chart-reference-label, .chart-axis-title')) {
      expect(Number(text.getAttribute('x'))).toBeGreaterThanOrEqual(0);
      expect(Number(text.getAttribute('x'))).toBeLessThan(width);
      expect(Number(text.getAttribute('y'))).toBeLessThanOrEqual(height);
    }
  });

  it('takes all colours from custom properties, and has no ids and no style of its own', () => {
    const svg = drawPanel(lines, 0, sizes[size]);
    const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color);
    for (const color of colors) expect(color).toMatch(/^(?:none|currentColor|inherit|var\(--[\w-]+\))$/);
    expect(svg).not.toMatch(/ id="|<style|font-family/);
  });

  it('is the same string each time', () => {
    expect(drawPanel(lines, 0, sizes[size])).toBe(drawPanel(structuredClone(lines), 0, sizes[size]));
  });
});

describe('The mark of a chosen x', () => {
  it('stands at its x and knows the places of all others', () => {
    const [marker] = draw(lines).all('.chart-marker');
    const [path] = draw(lines).all('.chart-line path');
    const places = JSON.parse(marker.getAttribute('data-xs') ?? '') as Record<string, number>;
    expect(
      Object.keys(places)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(sigmas);
    expect(places['0.3']).toBeCloseTo(pointsOf(path)[4], 0);
    expect(marker.getAttribute('data-x')).toBe('0.3');
  });

  it('is not drawn unless asked for, and fails where there are no data', () => {
    expect(draw({ x: lines.x, panels: [swapPanel] }).all('.chart-marker')).toHaveLength(0);
    expect(() => draw({ ...lines, marker: 0.2 })).toThrow('The marker is at σ 0.2, where there are no data.');
  });
});

describe('Several panels', () => {
  it('have the same x in the same place, and columns of one table', () => {
    const [first, second] = [0, 1].map((index) => draw(lines, index, 'panel').all('.chart-line path'));
    expect(second.map((path) => path.getAttribute('data-column'))).toEqual(['2']);
    expect(second[0].getAttribute('data-rows')).toBe('2 4');
    expect(pointsOf(second[0])[0]).toBe(pointsOf(first[0])[4]);
  });
});

describe('An axis', () => {
  it('of shares ends at 100 %, whatever the spread', () => {
    const data = sigmas.map((x) => ({ x, y: 0.998, sd: 0.01 }));
    const panel = { ...swapPanel, series: [{ ...swapPanel.series[0], data }] };
    expect(draw({ x: lines.x, panels: [panel] }).texts('text')).toContain('100.0\u00a0%');
    expect(drawPanel({ x: lines.x, panels: [panel] }, 0, sizes.wide)).not.toMatch(/>10[0-9]\.[1-9]/);
  });

  it('can be logarithmic, and then refuses zero', () => {
    const log = (y: number): LineChartData => ({
      x: { label: 'epoch', scale: 'linear' },
      panels: [
        {
          id: 'loss',
          y: { label: 'loss', scale: 'log' },
          series: [
            { id: 'a', label: 'a', tone: 'ink', data: [1, 2].map((x) => ({ x, y: x === 1 ? 0.2 : y })) },
          ],
        },
      ],
    });
    expect(draw(log(0.04)).texts('text')).toContain('0.10');
    expect(() => draw(log(0))).toThrow('0 has no place on the logarithmic axis "loss"');
  });
});

describe('Data that cannot be drawn', () => {
  const withData = (data: { x: number; y: number }[]): LineChartData => ({
    x: lines.x,
    panels: [{ ...swapPanel, series: [{ ...swapPanel.series[0], data }] }],
  });

  it.each([
    ['no data', [], 'Series "lord" of the panel "swap" has no data.'],
    ['NaN', [{ x: 0, y: NaN }], 'Series "lord" of the panel "swap", datum 0: y is NaN'],
    [
      'x that falls',
      [
        { x: 1, y: 1 },
        { x: 0, y: 1 },
      ],
      'x does not rise at datum 1',
    ],
  ] as const)('fail: %s', (_, data, message) => {
    expect(() => draw(withData([...data]))).toThrow(message);
  });

  it('fail: no panels, no series, two of one id', () => {
    expect(() => drawPanel({ x: lines.x, panels: [] }, 0, sizes.wide)).toThrow(
      'A chart over σ has no panels.',
    );
    expect(() => draw({ x: lines.x, panels: [{ ...swapPanel, series: [] }] })).toThrow(
      '"swap" has no series',
    );
    const twice = { ...swapPanel, series: [swapPanel.series[0], swapPanel.series[0]] };
    expect(() => draw({ x: lines.x, panels: [twice] })).toThrow('Two series of a chart have the id "lord".');
  });
});

describe('Curves of training', () => {
  const curves = [1, 0, 0.3].map((order) => ({
    id: `s${order}`,
    label: `σ = ${order}`,
    order,
    values: [0.3, 0.2, 0.1],
  }));

  it('are lines over epochs from 1 on, ordered and coloured by their quantity', () => {
    const chart = lineChartOfCurves({ y: { label: 'Training loss' }, curves });
    expect(chart.panels[0].series.map(({ id, tone }) => [id, tone])).toEqual([
      ['s0', 'ramp-1'],
      ['s0.3', 'ramp-5'],
      ['s1', 'ramp-8'],
    ]);
    expect(chart.panels[0].series[0].data.map(({ x }) => x)).toEqual([1, 2, 3]);
    expect(draw(chart).all('circle:not(.chart-cursor)')).toHaveLength(0);
    expect(draw(chart).texts('.chart-names text')).toEqual(['σ = 0', 'σ = 0.3', 'σ = 1']);
  });

  it('take the whole ramp, and its end if there is one', () => {
    expect([0, 1, 7].map((rank) => rampTone(rank, 8))).toEqual(['ramp-1', 'ramp-2', 'ramp-8']);
    expect(rampTone(0, 1)).toBe('ramp-8');
  });
});
