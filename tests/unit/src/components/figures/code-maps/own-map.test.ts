import { expect, test, vi } from 'vitest';
import { readCodeMap } from '../../../../../../src/components/build/code-maps.ts';
import { withGenerator } from '../../../../../../src/components/build/generator.ts';
import { makeOwnMap } from '../../../../../../src/components/figures/code-maps/own-map.ts';
import { directionNames } from '../../../../../../src/contract/direction-names.ts';
import type { CodeBatch } from '../../../../../../src/networks/generator/codes.ts';

const id = 'glo-mnist-lord-sigma0.3';
vi.mock('../../../../../../src/engine/page-engine.ts', () => ({
  getEngine: () => ({
    load: () => withGenerator(id, ({ checkpoint }) => checkpoint),
    generate: (_: string, batch: CodeBatch) => withGenerator(id, ({ predict }) => predict(batch)),
  }),
}));

test('the directions that a page finds are those of the trainer, but for the rounding of its file', async () => {
  const [own, trained] = [await makeOwnMap(id, new AbortController().signal), readCodeMap(id)];
  expect(own.places).toHaveLength(0);
  const dim = trained.directions.length / directionNames.length;
  directionNames.forEach((name, row) => {
    const of = (all: Float32Array) => all.subarray(row * dim, (row + 1) * dim);
    const cosine = of(own.directions).reduce((sum, value, i) => sum + value * of(trained.directions)[i], 0);
    expect(cosine, name).toBeGreaterThan(0.999);
    expect(Math.abs(own.fits[2 * row] - trained.fits[2 * row]), name).toBeLessThan(0.01);
    expect(own.fits[2 * row + 1] / trained.fits[2 * row + 1], name).toBeCloseTo(1, 2);
  });
});
