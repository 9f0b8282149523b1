import { expect, test } from 'vitest';
import { metricNames } from '../../../../../src/contract/metric-names.ts';
import { measuredColumns } from '../../../../../src/components/mdx/measured-table.ts';

test('Every column of a table is a figure that is measured', () => {
  for (const name of Object.keys(measuredColumns)) expect(Object.keys(metricNames)).toContain(name);
});
