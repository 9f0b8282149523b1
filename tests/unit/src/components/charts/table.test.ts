import { describe, expect, it } from 'vitest';
import { tableOfLines, tableOfPoints } from '../../../../../src/components/charts/table.ts';
import { lines, scatter, sigmas, swapPanel } from './examples.ts';

describe('The table of a line chart', () => {
  const table = tableOfLines(lines);

  it('has a row for each x and a column for each series of each panel', () => {
    expect(table.corner).toBe('σ');
    expect(table.rows.map(({ heading }) => heading)).toEqual(sigmas.map(String));
    expect(table.groups).toEqual([
      { heading: 'Read as their class', span: 2 },
      { heading: 'Ink kept', span: 1 },
    ]);
    expect(table.columns.map(({ name }) => name)).toEqual([
      'Read as their class, lord',
      'Read as their class, exercise',
      'Ink kept, lord',
    ]);
  });

  it('has the data in its cells, with their spread, and a stroke where there are none', () => {
    expect(table.rows[0].cells).toEqual(['(80.0 ± 0.5)\u00a0%', '(90.0 ± 0.5)\u00a0%', '–']);
    expect(table.rows[2].cells).toEqual(['(84.0 ± 0.5)\u00a0%', '(94.0 ± 0.5)\u00a0%', '0.86']);
  });

  it('names a column by its series alone where there is one panel', () => {
    const { columns } = tableOfLines({ x: lines.x, panels: [swapPanel] });
    expect(columns.map(({ name }) => name)).toEqual(['lord', 'exercise']);
  });
});

it('The table of a scatter chart has a row for each point, in the order of its groups', () => {
  const { corner, columns, rows } = tableOfPoints(scatter);
  expect([corner, ...columns.map(({ heading }) => heading)]).toEqual(['Model', 'Class obeyed', 'Ink kept']);
  expect(rows).toHaveLength(sigmas.length + 1);
  expect(rows[0]).toEqual({ heading: 'lord, σ = 0', cells: ['(80.0 ± 1.0)\u00a0%', '0.87 ± 0.02'] });
  expect(rows.at(-1)).toEqual({ heading: 'guided', cells: ['99.0\u00a0%', '0.85'] });
});
