/** The claims of the chapter on variational autoencoders, held to the metrics, the curves and the decoders of the runs. */
import { expect } from 'vitest';
import { openDecoder } from '../../src/components/build/decoder.ts';
import {
  settingsOfSeries,
  type EncoderSeriesName,
  type EncoderSetting,
} from '../../src/components/build/encoder-series.ts';
import { readManifestOf } from '../../src/components/build/manifests.ts';
import { findSetting, metricOf, readAllMetrics, readHistoryOf } from '../../src/components/build/metrics.ts';
import { drawsFrom, numDraws, posteriorsOf } from '../../src/components/figures/distribution/plane.ts';
import { dataVarianceOf, varianceSettings } from '../../src/components/figures/distribution/series.ts';
import { codeDims } from '../../training/recipes/encoder-decoder/recipe.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { numPixels } from '../support/digit-shape.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

function settingAt(series: EncoderSeriesName, codeDim: number): EncoderSetting {
  const setting = settingsOfSeries(series).find(({ model }) => model.codeDim === codeDim);
  if (setting) return setting;
  throw new Error(`Nothing was measured of the series ${series} with ${codeDim} code numbers.`);
}

/** Mean over seeds. */
const of = (series: EncoderSeriesName, codeDim: number, metric: MetricName): number =>
  metricOf(settingAt(series, codeDim), metric).mean;

/** How far the first is below the second, in the larger of their standard deviations over seeds. */
function expectClearlyBelow(
  [first, firstMetric]: readonly [EncoderSetting, MetricName],
  [second, secondMetric]: readonly [EncoderSetting, MetricName],
): void {
  const [a, b] = [metricOf(first, firstMetric), metricOf(second, secondMetric)];
  expect(b.mean - a.mean, `${first.id}, ${second.id}`).toBeGreaterThan(Math.max(a.sd ?? 0, b.sd ?? 0));
}

const standard = 'generated.standard.frechet';
const fitted = 'generated.fitted.frechet';

const at = (id: string, metric: MetricName): number =>
  metricOf(findSetting(id, readAllMetrics()), metric).mean;

const claims: Claims = {
  'try-no-divergence'() {
    const error = 'reconstruction.validation.mse';
    expect(at('vae-mnist-dense-nokl-k10', error)).toBeLessThan(0.9 * at('vae-mnist-dense-k10', error));
    expect(at('vae-mnist-dense-nokl-k10', standard)).toBeGreaterThan(2 * at('vae-mnist-dense-k10', standard));
  },
  'try-collapsed'() {
    expect(at('vae-mnist-conv-variance1', 'codes.active')).toBe(0);
    expect(at('vae-mnist-conv-variance1', 'generated.standard.effectiveClasses')).toBeLessThan(1.1);
  },
  'short-vae-posterior': () => {
    for (const k of codeDims) {
      expect(of('vae-without-kl', k, 'posterior.meanStd')).toBeLessThan(0.01);
      expect(of('vae', k, 'posterior.meanStd')).toBeGreaterThan(0.1);
      expect(of('vae-without-kl', k, 'codes.largestStd')).toBeGreaterThan(
        3 * of('vae', k, 'codes.largestStd'),
      );
    }
  },
  'short-vae-prior': () => {
    for (const k of codeDims) {
      expectClearlyBelow([settingAt('vae', k), standard], [settingAt('vae-without-kl', k), standard]);
    }
  },
  'short-vae-fitted': () => {
    for (const series of ['vae-without-kl', 'stacked'] as const) {
      for (const metric of [standard, fitted] as const) {
        expectClearlyBelow([settingAt(series, 10), fitted], [settingAt('vae', 10), metric]);
      }
    }
  },
  'short-vae-threshold': () => expectThreshold(),
  'vae-parts-trade': () => {
    for (const k of codeDims) {
      expectClearlyBelow([settingAt('vae-without-kl', k), 'elbo.data'], [settingAt('vae', k), 'elbo.data']);
      expect(of('vae-without-kl', k, 'elbo.divergence')).toBeGreaterThan(
        40 * of('vae', k, 'elbo.divergence'),
      );
    }
  },
  'vae-parts-by-epoch': () => {
    for (const { id } of settingsOfSeries('vae')) {
      const { data, divergence } = readHistoryOf('vae', id);
      expect(data.at(-1), id).toBeLessThan(data[0]);
      expect(divergence.at(-1), id).toBeGreaterThan(divergence[0]);
      data.slice(1).forEach((value, i) => expect(value, id).toBeLessThan(data[i]));
    }
  },
  'vae-without-spreads': () => {
    for (const k of codeDims) {
      expect(of('vae-without-kl', k, 'posterior.meanStd')).toBeLessThan(0.01);
      expect(of('vae-without-kl', k, 'codes.smallestStd')).toBeGreaterThan(2);
    }
  },
  'vae-fits-itself': () => {
    for (const k of codeDims) {
      expect(of('vae', k, fitted)).toBeLessThan(0.95 * of('vae', k, standard));
    }
  },
  'vae-small-codes-fit': () => {
    for (const k of [5, 10]) {
      expectClearlyBelow([settingAt('vae-without-kl', k), fitted], [settingAt('vae', k), fitted]);
    }
  },
  'vae-large-codes-fit': () => {
    for (const k of [50, 100]) {
      expectClearlyBelow([settingAt('vae', k), fitted], [settingAt('vae-without-kl', k), fitted]);
    }
  },
  'vae-size-saturates': () => {
    const gain = (metric: MetricName): number => of('vae', 100, metric) / of('vae', 50, metric);
    expect(gain('reconstruction.validation.mse')).toBeGreaterThan(0.99);
    expect(gain('elbo.divergence')).toBeLessThan(1.01);
  },
  'vae-wide-posteriors': () => {
    const widths = codeDims.map((k) => of('vae', k, 'posterior.meanStd'));
    widths.slice(1).forEach((width, i) => expect(width).toBeGreaterThan(widths[i]));
    expect(of('vae', 100, 'posterior.meanStd')).toBeGreaterThan(0.8);
  },
  'vae-dial-between': () => {
    const distances = varianceSettings().map((setting) => metricOf(setting, standard).mean);
    const least = Math.min(...distances);
    expect(least).toBeLessThan(0.8 * distances[0]);
    expect(least).toBeLessThan(0.8 * (distances.at(-1) ?? 0));
  },
  'vae-threshold-holds': () => expectThreshold(),
  'vae-draws-differ': () => {
    const { checkpoint, decode } = openDecoder('vae', 'vae-mnist-dense-k2');
    for (const posterior of posteriorsOf(checkpoint.shown)) {
      const ink = decode(Float32Array.from([posterior.mean, ...drawsFrom(posterior, 0)].flat()));
      const drawn = (i: number) => ink.subarray(i * numPixels, (i + 1) * numPixels);
      for (let i = 1; i <= numDraws; i++) {
        const difference = drawn(i).reduce((sum, value, p) => sum + Math.abs(value - ink[p]), 0) / numPixels;
        expect(difference).toBeGreaterThan(0);
        expect(difference).toBeLessThan(0.02);
      }
    }
  },
};

/** Below the threshold code numbers are active, above it none is, and each such run says that it collapsed. */
function expectThreshold(): void {
  const settings = varianceSettings();
  expect(settings).toHaveLength(6);
  for (const setting of settings) {
    const threshold = metricOf(setting, 'posterior.threshold').mean;
    const active = metricOf(setting, 'codes.active').mean;
    const { kind } = readManifestOf('vae', setting.id).ending;
    if (dataVarianceOf(setting) > threshold) {
      expect(active, setting.id).toBe(0);
      expect(kind, setting.id).toBe('collapsed');
    } else {
      expect(active, setting.id).toBeGreaterThan(0);
      expect(kind, setting.id).toBe('finished');
    }
  }
}

describeClaims([pageOf('distribution')], claims);
