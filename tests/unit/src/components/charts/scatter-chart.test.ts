import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawScatter } from '../../../../../src/components/charts/scatter-chart.ts';
import { sizes, symbolNames } from '../../../../../src/components/charts/types.ts';
import { scatter, sigmas } from './examples.ts';

const svg = drawScatter(scatter, sizes.wide);
const { document } = parseHTML(`<body>${svg}</body>`);
const all = (selector: string) => [...document.querySelectorAll(selector)];

describe('A scatter chart', () => {
  it('draws each point once, and each is the row of the table that it says', () => {
    const points = all('.chart-point');
    expect(points.map((point) => point.getAttribute('data-row'))).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(points.map((point) => point.closest('[data-id]')?.getAttribute('data-id'))).toEqual([
      ...sigmas.map((sigma) => `lord-${sigma}`),
      'guided-0',
    ]);
    for (const point of points) expect(point.getAttribute('data-at')).toMatch(/^[\d.]+ [\d.]+$/);
  });

  it('has a named link for each point that leads somewhere, and none for others', () => {
    const links = all('a');
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual(
      sigmas.map((sigma) => `lord, σ = ${sigma}`),
    );
    expect(links[0].getAttribute('href')).toBe('/models/lord-0/preview-transfers.png');
    expect(links[0].querySelectorAll('.chart-point')).toHaveLength(1);
  });

  it('names each group, and the points that have room', () => {
    expect(all('.chart-names text').map(({ textContent }) => textContent)).toEqual(['lord', 'guided']);
    const names = all('.chart-point-names text').map(({ textContent }) => textContent);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(sigmas.map(String)).toContain(name);
  });

  it('draws every symbol', () => {
    for (const symbol of symbolNames) {
      const groups = scatter.groups.map((group) => ({ ...group, symbol }));
      expect(drawScatter({ ...scatter, groups }, sizes.narrow).match(/chart-point"/g)).toHaveLength(6);
    }
  });

  it('is the same string each time, without ids', () => {
    expect(drawScatter(structuredClone(scatter), sizes.wide)).toBe(svg);
    expect(svg).not.toMatch(/ id="|<style/);
  });

  it('refuses what cannot be drawn, and names the point', () => {
    const [lord] = scatter.groups;
    const broken = { ...lord, points: [{ ...lord.points[0], ySd: Infinity }] };
    expect(() => drawScatter({ ...scatter, groups: [broken] }, sizes.wide)).toThrow(
      'The point "lord-0": ySd is Infinity',
    );
    expect(() => drawScatter({ ...scatter, groups: [] }, sizes.wide)).toThrow(
      'A chart of Ink kept against Class obeyed has no groups.',
    );
    expect(() => drawScatter({ ...scatter, groups: [{ ...lord, points: [] }] }, sizes.wide)).toThrow(
      'The group "lord" has no points.',
    );
    expect(() => drawScatter({ ...scatter, groups: [lord, { ...lord, id: 'other' }] }, sizes.wide)).toThrow(
      'Two points of a chart have the id "lord-0".',
    );
  });
});
