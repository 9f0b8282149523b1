/** What the page of a run says: its neighbours, its files, its curves. */
import { expect, it } from 'vitest';
import { findSetting, readAllMetrics } from '../../../../../../src/components/build/metrics.ts';
import { curvesOf } from '../../../../../../src/components/figures/runs/curves.ts';
import { filesOfRun } from '../../../../../../src/components/figures/runs/files.ts';
import { leavesOf, neighboursOf } from '../../../../../../src/components/figures/runs/settings.ts';
import { spreadText } from '../../../../../../src/components/figures/runs/spread-text.ts';

const setting = (id: string) => findSetting(id, readAllMetrics());

it('tells every setting apart from every other', () => {
  const { settings } = readAllMetrics();
  expect(new Set(settings.map((each) => JSON.stringify(leavesOf(each)))).size).toBe(settings.length);
});

it('finds the settings that differ in a single value, and says in which', () => {
  const near = neighboursOf(setting('glo-mnist-lord-sigma0.3')).map(({ setting: { id }, path, value }) => [
    id,
    path,
    value,
  ]);
  expect(near).toContainEqual(['glo-mnist-lord-sigma0', 'training.contentNoiseStd', '0']);
  expect(near).toContainEqual(['glo-mnist-lord-dims16-sigma0.3', 'model.contentDim', '16']);
  expect(near.map(([id]) => id)).not.toContain('glo-mnist-lord-dims16-sigma0.1');
});

it('lists the manifest, the stored files and the graph of a served run, and nothing of another', () => {
  const paths = filesOfRun({ id: 'glo-mnist-lord-sigma0.3' }).map(({ path }) => path);
  expect([paths[0], paths[paths.length - 1]]).toEqual(['manifest.json', 'generator.onnx']);
  expect(paths).toContain('codes.safetensors');
  expect(filesOfRun({ id: 'glo-mnist-aligned-dims8-sigma0.3' })).toEqual([]);
});

it('has the curves of every seed, also of runs whose weights are not served', () => {
  const curves = curvesOf(setting('glo-mnist-aligned-dims8-sigma0.3'));
  expect(curves.map(({ name }) => name)).toEqual(['loss', 'l1', 'l2', 'contentCodeRms']);
  expect(curves[0].curves.map(({ label, values }) => [label, values.length])).toEqual([
    ['seed 1', 50],
    ['seed 2', 50],
    ['seed 3', 50],
  ]);
});

it('finds the curves of every setting but PCA, which is found without epochs', () => {
  const without = readAllMetrics().settings.filter((each) => curvesOf(each).length === 0);
  expect(without.map(({ id }) => id)).toEqual(
    readAllMetrics()
      .settings.map(({ id }) => id)
      .filter((id) => id.includes('-pca-')),
  );
  expect(without.length).toBeGreaterThan(0);
});

it('writes a mean with its spread in few digits', () => {
  expect(spreadText({ mean: 0.123456, sd: 0.00123 })).toBe('0.1235 ± 0.0012');
  expect(spreadText({ mean: -1234.56, sd: null })).toBe('−1,235');
});
