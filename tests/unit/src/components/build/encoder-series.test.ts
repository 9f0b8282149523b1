import { expect, test } from 'vitest';
import { settingsOfSeries } from '../../../../../src/components/build/encoder-series.ts';
import type { AllMetrics } from '../../../../../src/components/build/metrics.ts';

const autoencoder = (codeDim: number, kind: string, encoderActivation: string, pretrainingEpochs = 0) => ({
  family: 'autoencoder',
  id: `${kind} ${encoderActivation} ${codeDim} ${pretrainingEpochs}`,
  kind,
  model: { codeDim, encoderActivation },
  training: { pretrainingEpochs },
});

const metrics = {
  references: [],
  settings: [
    autoencoder(100, 'pca', 'linear'),
    autoencoder(2, 'pca', 'linear'),
    autoencoder(10, 'stacked', 'relu'),
    autoencoder(10, 'stacked', 'relu', 1),
    autoencoder(10, 'stacked', 'sigmoid'),
    { family: 'glo', id: 'glo' },
  ],
} as unknown as AllMetrics;

test('a series has one setting for each number of code numbers, rising', () => {
  expect(settingsOfSeries('pca', metrics).map(({ model }) => model.codeDim)).toEqual([2, 100]);
});

test('stacks are told apart by their units and by how they were trained', () => {
  expect(settingsOfSeries('stacked', metrics).map(({ id }) => id)).toEqual(['stacked relu 10 0']);
  expect(settingsOfSeries('stacked-greedy', metrics).map(({ id }) => id)).toEqual(['stacked relu 10 1']);
  expect(settingsOfSeries('stacked-sigmoid', metrics).map(({ id }) => id)).toEqual(['stacked sigmoid 10 0']);
});

test('a series that nobody measured is named, with what to do', () => {
  expect(() => settingsOfSeries('linear', metrics)).toThrow(
    'Nothing was measured of the series linear. npm run train:all trains and measures the whole registry.',
  );
});
