import { expect, test } from 'vitest';
import { toggledGroups } from '../../../../../src/contract/families/glo.ts';
import { readJudge, readManifest, readManifests } from '../../../../../src/components/build/manifests.ts';

test('The site reads the checkpoints of the noise sweeps on MNIST, σ rising within each preset', () => {
  const manifests = readManifests();
  for (const { group, dataset } of manifests) {
    expect(dataset.name).toBe('mnist');
    expect(toggledGroups).toContain(group);
  }
  const order = manifests.map(({ training }) => [training.preset, training.contentNoiseStd] as const);
  expect(order.length).toBeGreaterThan(0);
  for (const [i, [preset, sigma]] of order.slice(1).entries()) {
    const [recipeBefore, sigmaBefore] = order[i];
    expect(preset > recipeBefore || (preset === recipeBefore && sigma > sigmaBefore)).toBe(true);
  }
});

test('A folder without an index is named in the error', () => {
  expect(() => readManifests('no/such/folder')).toThrow('no/such/folder/index.json');
});

test('A checkpoint that is not there fails, and the error says how to make it', () => {
  expect(() => readManifest('glo-mnist-lord-sigma9')).toThrow(
    'The site needs public/models/glo-mnist-lord-sigma9/manifest.json, and there is none. ' +
      'Train it with npm run train -- glo-mnist-lord-sigma9.',
  );
});

test('A build without a judge makes figures without readings', () => {
  expect(readJudge('no/such/folder')).toBeUndefined();
});

test('The judge reads MNIST, and well', () => {
  const judge = readJudge();
  expect(judge?.dataset.name).toBe('mnist');
  expect(judge?.metrics.testAccuracy).toBeGreaterThanOrEqual(0.99);
});
