import { expect, test } from 'vitest';
import { measuredColumns, readManifests } from '../../../../../src/components/mdx/measured-table.ts';

test('A table has every MNIST checkpoint, σ rising within each recipe', () => {
  const order = readManifests().map(({ training }) => [training.recipe, training.contentNoiseStd] as const);
  expect(order.length).toBeGreaterThan(0);
  for (const [i, [recipe, sigma]] of order.slice(1).entries()) {
    const [recipeBefore, sigmaBefore] = order[i];
    expect(recipe > recipeBefore || (recipe === recipeBefore && sigma > sigmaBefore)).toBe(true);
  }
});

test('Columns that are not metrics follow from them: both errors together, and σ over the size of the codes', () => {
  for (const run of readManifests()) {
    const { metrics, training } = run;
    expect(measuredColumns.evalLoss.value(run)).toBe(metrics.evalL1 + metrics.evalL2);
    const ratio = measuredColumns.noiseToCode.value(run);
    expect(ratio * metrics.contentCodeRms).toBeCloseTo(training.contentNoiseStd, 10);
  }
});

test('A folder without an index is named in the error', () => {
  expect(() => readManifests('no/such/folder')).toThrow('no/such/folder/index.json');
});
