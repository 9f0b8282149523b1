/** The claims of the chapter on models with an encoder, held to what was measured. */
import { expect } from 'vitest';
import { settingsOfSeries, type EncoderSeriesName } from '../../src/components/build/encoder-series.ts';
import {
  metricOf,
  readHistoryOf,
  readRunMetricsOf,
  runMetricOf,
} from '../../src/components/build/metrics.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const codeDims = [2, 5, 10, 50, 100];

function settingAt(name: EncoderSeriesName, codeDim: number) {
  const setting = settingsOfSeries(name).find(({ model }) => model.codeDim === codeDim);
  if (setting) return setting;
  throw new Error(`Nothing was measured of ${name} with ${codeDim} code numbers.`);
}

/** Mean over seeds. */
const of = (name: EncoderSeriesName, codeDim: number, metric: MetricName): number =>
  metricOf(settingAt(name, codeDim), metric).mean;
const errorOf = (name: EncoderSeriesName, codeDim: number): number =>
  of(name, codeDim, 'reconstruction.validation.mse');

const lossesOf = (name: EncoderSeriesName) => readHistoryOf('autoencoder', settingAt(name, 10).id);
const lastOf = (curve: readonly number[]): number => curve[curve.length - 1];

const gapsAreSmall = (): void => {
  for (const k of codeDims) {
    expect(Math.abs(of('linear', k, 'pca.gap.validation')), `k ${k}`).toBeLessThan(0.01);
    expect(Math.abs(of('linear', k, 'pca.gap.training')), `k ${k}`).toBeLessThan(0.01);
  }
};

const reluIsWorseWhereShort = (): void => {
  for (const k of [2, 5, 10]) expect(errorOf('relu', k), `k ${k}`).toBeGreaterThan(1.05 * errorOf('pca', k));
};
const reluIsBetterWhereLong = (): void => {
  for (const k of [50, 100]) expect(errorOf('relu', k), `k ${k}`).toBeLessThan(errorOf('pca', k));
};
const someAreDead = (): void => {
  for (const k of codeDims) {
    expect(of('relu', k, 'codes.dead'), `k ${k}`).toBeGreaterThan(0);
    expect(of('pca', k, 'codes.dead'), `k ${k}`).toBe(0);
  }
};
const stackedIsBetterWhereShort = (): void => {
  expect(errorOf('stacked', 2)).toBeLessThan(0.9 * errorOf('pca', 2));
  expect(errorOf('stacked', 10)).toBeLessThan(0.7 * errorOf('pca', 10));
};
const scalesDiffer = (): void => {
  expect(of('pca', 10, 'codes.largestStd')).toBeGreaterThan(1);
  expect(of('linear', 10, 'codes.largestStd')).toBeLessThan(1);
  expect(of('pca', 10, 'codes.smallestStd')).toBeGreaterThan(2 * of('linear', 10, 'codes.largestStd'));
};

const claims: Claims = {
  'try-pca-for-stacked'() {
    expect(errorOf('stacked', 10)).toBeLessThan(0.7 * errorOf('pca', 10));
    expect(errorOf('stacked', 10)).toBeGreaterThan(1.2 * errorOf('pca', 50));
    // What the solution before it counts.
    expect(of('linear', 10, 'network.parameters')).toBe(784 * 10 + 10 + 10 * 784 + 784);
  },
  'try-dead'() {
    for (const seed of ['', '-seed2', '-seed3']) {
      const run = readRunMetricsOf('autoencoder', `autoencoder-mnist-relu-k10${seed}`);
      expect(runMetricOf(run, 'codes.dead'), seed).toBeGreaterThan(0);
    }
  },
  'short-encoder-pca': gapsAreSmall,
  'short-encoder-relu'() {
    reluIsWorseWhereShort();
    reluIsBetterWhereLong();
    someAreDead();
  },
  'short-encoder-stacked': stackedIsBetterWhereShort,
  'short-encoder-scale': scalesDiffer,
  'encoder-gap': gapsAreSmall,
  'encoder-angles'() {
    expect(of('linear', 100, 'pca.angle.largest')).toBeGreaterThan(10 * of('linear', 100, 'pca.angle.mean'));
  },
  'encoder-saddle'() {
    const { validation } = readHistoryOf('autoencoder', settingAt('linear', 2).id);
    expect(validation).toHaveLength(20);
    expect(validation[4]).toBeLessThan(1.01 * lastOf(validation));
  },
  'encoder-relu-small': reluIsWorseWhereShort,
  'encoder-relu-large': reluIsBetterWhereLong,
  'encoder-dead': someAreDead,
  'encoder-relu-lost'() {
    const lost = ['', '-seed2', '-seed3']
      .map((seed) => readRunMetricsOf('autoencoder', `autoencoder-mnist-relu-k2${seed}`))
      .filter((run) => runMetricOf(run, 'codes.dead') === 2);
    expect(lost).toHaveLength(1);
    for (const run of lost) expect(runMetricOf(run, 'codes.largestStd')).toBe(0);
  },
  'encoder-relu-draws'() {
    for (const k of [10, 50, 100]) {
      const fitted = of('relu', k, 'generated.fitted.frechet');
      expect(of('relu', k, 'generated.standard.frechet'), `k ${k}`).toBeGreaterThan(2 * fitted);
      expect(of('relu', k, 'codes.largestStd'), `k ${k}`).toBeGreaterThan(3);
    }
  },
  'encoder-stacked-draws'() {
    const stacked = of('stacked', 10, 'generated.fitted.frechet');
    for (const other of ['pca', 'linear', 'relu'] as const) {
      expect(stacked, other).toBeLessThan(0.5 * of(other, 10, 'generated.fitted.frechet'));
    }
  },
  'encoder-stacked-short': stackedIsBetterWhereShort,
  'encoder-stacked-long'() {
    expect(errorOf('stacked', 100)).toBeGreaterThan(1.5 * errorOf('pca', 100));
  },
  'encoder-depth-sigmoid'() {
    for (const curve of ['loss', 'validation'] as const) {
      const pretrained = lastOf(lossesOf('stacked-sigmoid-greedy')[curve]);
      expect(lastOf(lossesOf('stacked-sigmoid')[curve]), curve).toBeGreaterThan((4 / 3) * pretrained);
    }
  },
  'encoder-depth-relu'() {
    for (const curve of ['loss', 'validation'] as const) {
      for (const other of ['stacked-sigmoid', 'stacked-sigmoid-greedy'] as const) {
        expect(lastOf(lossesOf('stacked')[curve]), other).toBeLessThan(lastOf(lossesOf(other)[curve]));
      }
    }
  },
  'encoder-depth-greedy'() {
    for (const curve of ['loss', 'validation'] as const) {
      const ratio = lastOf(lossesOf('stacked-greedy')[curve]) / lastOf(lossesOf('stacked')[curve]);
      expect(ratio, curve).toBeLessThan(1);
      expect(ratio, curve).toBeGreaterThan(0.9);
    }
  },
  'encoder-scales': scalesDiffer,
  'encoder-wide-draws'() {
    const ratioOf = (name: EncoderSeriesName): number =>
      of(name, 10, 'generated.standard.frechet') / of(name, 10, 'generated.fitted.frechet');
    expect(ratioOf('linear')).toBeLessThan(0.9);
    expect(ratioOf('pca')).toBeGreaterThan(1.1);
  },
};

describeClaims([pageOf('encoder')], claims);
