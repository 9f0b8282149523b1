import { expect, test } from 'vitest';
import { figureNames } from '../../../../../src/contract/figures.ts';
import { measuredColumns } from '../../../../../src/components/mdx/measured-table.ts';

test('Every column of a table is a figure that is measured', () => {
  for (const name of Object.keys(measuredColumns)) expect(Object.keys(figureNames)).toContain(name);
});
