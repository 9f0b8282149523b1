import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/components/build/manifests.ts';
import { measuredColumns } from '../../../../../src/components/mdx/measured-table.ts';

test('Columns that are not metrics follow from them: both errors together, and σ over the size of the codes', () => {
  for (const run of readManifests()) {
    const { metrics, training } = run;
    expect(measuredColumns.evalLoss.value(run)).toBe(metrics.evalL1 + metrics.evalL2);
    const ratio = measuredColumns.noiseToCode.value(run);
    expect(ratio * metrics.contentCodeRms).toBeCloseTo(training.contentNoiseStd, 10);
  }
});
