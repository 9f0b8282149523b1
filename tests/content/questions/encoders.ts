/** Questions on autoencoders and VAEs: claims of their answers, and what the homework and the course project claim. */
import { expect } from 'vitest';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import { codeDims } from '../../../training/recipes/encoder-decoder/recipe.ts';
import type { Claims } from '../support/claims.ts';
import { of, type Parts } from './found.ts';

const autoencoder = (kind: string, k: number, metric: MetricName): number =>
  of(`autoencoder-mnist-${kind}-k${k}`, metric);
const errorOf = (kind: string, k: number): number => autoencoder(kind, k, 'reconstruction.validation.mse');
const vae = (k: number, metric: MetricName): number => of(`vae-mnist-dense-k${k}`, metric);

export const encoderClaims: Claims = {
  'linear-codes-narrow': () => {
    for (const k of codeDims)
      expect(autoencoder('linear', k, 'codes.largestStd'), `k ${k}`).toBeLessThan(0.5);
  },
  'layers-help-short': () => {
    for (const k of [2, 5, 10]) {
      for (const other of ['pca', 'relu']) {
        expect(errorOf('stacked', k), `${other}, k ${k}`).toBeLessThan(0.9 * errorOf(other, k));
      }
    }
  },
  'layers-hurt-long': () => {
    for (const k of [50, 100]) {
      for (const other of ['pca', 'relu']) {
        expect(errorOf('stacked', k), `${other}, k ${k}`).toBeGreaterThan(1.1 * errorOf(other, k));
      }
    }
  },
  'posteriors-differ': () => {
    for (const k of codeDims) {
      expect(vae(k, 'posterior.meanStd'), `k ${k}`).toBeLessThan(0.9);
      expect(vae(k, 'elbo.divergence'), `k ${k}`).toBeGreaterThan(5);
    }
  },
};

export const encoderParts: Parts = {
  'linear-is-pca': () => codeDims.map((k) => Math.abs(autoencoder('linear', k, 'pca.gap.validation')) < 0.01),
  'non-linear': () => codeDims.map((k) => errorOf('relu', k) < errorOf('pca', k)),
  stacked: () => codeDims.map((k) => errorOf('stacked', k) < errorOf('pca', k)),
  'hard-to-train': () =>
    ['stacked-sigmoid', 'stacked'].map((kind) => errorOf(kind, 10) > 1.25 * errorOf(`${kind}-greedy`, 10)),
  'code-of-one-image': () => codeDims.map((k) => vae(k, 'elbo.divergence') < 0.01),
};
