import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MetricName } from '../../../../../src/contract/metric-names.ts';
import type { MetricValues } from '../../../../../src/contract/metrics.ts';
import { buildEncoderDecoder } from '../../../../../src/networks/encoder-decoder/predictor.ts';
import { fitGaussian } from '../../../../../src/numerics/gaussian.ts';
import { createRandom } from '../../../../../src/numerics/random.ts';
import { loadImages } from '../../../../../training/data/sources.ts';
import { measureCodeContent } from '../../../../../training/evaluation/encoders/code-content.ts';
import { drawnCodes } from '../../../../../training/evaluation/encoders/drawn-codes.ts';
import { measureGenerated } from '../../../../../training/evaluation/generated.ts';
import { measureEncoder } from '../../../../../training/evaluation/encoders/measure-encoder.ts';
import { principalAngles } from '../../../../../training/evaluation/encoders/principal-subspace.ts';
import { toIntensity } from '../../../../../training/evaluation/pictures.ts';
import { loadEncoderDecoder } from '../../../../../training/methods/encoder-decoder/files/load.ts';
import { loadSplit } from '../../../../../training/data/split.ts';
import { writeFolder } from '../../../../../training/store/write-folder.ts';
import { makeSmall, smallEncoders } from '../../../../support/small-encoders.ts';
import { markJudge } from '../fakes.ts';

type Kind = keyof typeof smallEncoders;

/** A small run, read from its folder, and what it is measured against. */
async function prepared(kind: Kind) {
  const recipe = smallEncoders[kind];
  const run = await makeSmall(recipe);
  const folder = await mkdtemp(join(tmpdir(), 'measure-encoder-'));
  try {
    await writeFolder(join(folder, recipe.id), run.files);
    const { manifest, parameters, history } = await loadEncoderDecoder(join(folder, recipe.id), run.manifest);
    const setup = {
      model: buildEncoderDecoder(manifest.model, parameters),
      ...(await loadSplit(recipe.dataset)),
      test: await loadImages(recipe.dataset.name, { numImages: 50, split: 'test' }),
      evaluationClassifier: markJudge,
    };
    return { recipe, setup, manifest, parameters, history };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measured(kind: Kind): Promise<MetricValues> {
  const { recipe, setup, manifest, parameters, history } = await prepared(kind);
  return measureEncoder({
    ...setup,
    parameters,
    numBytes: manifest.files.weights.bytes + manifest.files.encoder.bytes,
    numClasses: 10,
    trainLoss: history.loss.at(-1) ?? NaN,
    dataVariance: recipe.family === 'vae' ? recipe.training.dataVariance : null,
    isLinear: kind === 'linear' || kind === 'pca',
    tier: 'light',
  });
}

const valueOf = (metrics: MetricValues, name: MetricName): number => {
  expect(Object.keys(metrics)).toContain(name);
  return metrics[name]?.value ?? NaN;
};

describe('what is measured on a run with an encoder', () => {
  it('of PCA: no gap to PCA, the same subspace, on all images', async () => {
    const metrics = await measured('pca');
    expect(Math.abs(valueOf(metrics, 'pca.gap.training'))).toBeLessThan(1e-3);
    expect(Math.abs(valueOf(metrics, 'pca.gap.validation'))).toBeLessThan(1e-3);
    expect(valueOf(metrics, 'pca.angle.largest')).toBeLessThan(0.2);
    expect(valueOf(metrics, 'codes.active')).toBe(3);
    expect(valueOf(metrics, 'codes.dead')).toBe(0);
    expect(metrics['elbo.negative']).toBeUndefined();
  });

  it('of a linear autoencoder that has not come to rest: a gap, and an angle', async () => {
    const metrics = await measured('linear');
    expect(valueOf(metrics, 'pca.gap.validation')).toBeGreaterThan(0);
    expect(valueOf(metrics, 'pca.angle.mean')).toBeGreaterThan(1);
    expect(valueOf(metrics, 'pca.angle.largest')).toBeGreaterThanOrEqual(valueOf(metrics, 'pca.angle.mean'));
  });

  it('of a variational one: the ELBO is the sum of its parts, and all posteriors have a distance from N(0, I)', async () => {
    const metrics = await measured('dense');
    const [whole, data, divergence] = (['elbo.negative', 'elbo.data', 'elbo.divergence'] as const).map(
      (name) => valueOf(metrics, name),
    );
    expect(whole).toBeCloseTo(data + divergence, 3);
    expect(divergence).toBeGreaterThan(0);
    expect(data).toBeGreaterThan(valueOf(metrics, 'reconstruction.validation.crossEntropy') * 0.9);
    expect(valueOf(metrics, 'posterior.frechet')).toBeGreaterThan(0);
    expect(metrics['posterior.threshold']).toBeUndefined();
    expect(metrics['pca.gap.training']).toBeUndefined();
  });

  it('of one with a Gaussian data term: the variance above which it would collapse', async () => {
    const metrics = await measured('convolutional');
    expect(valueOf(metrics, 'posterior.threshold')).toBeGreaterThan(1e-3);
    expect(valueOf(metrics, 'posterior.threshold')).toBeLessThan(0.1);
  });

  it('counts what is learned, and what it takes to store it', async () => {
    const metrics = await measured('linear');
    expect(valueOf(metrics, 'network.parameters')).toBe(784 * 3 * 2 + 3 + 784);
    expect(valueOf(metrics, 'network.bytes')).toBeGreaterThan(2 * (784 * 3 * 2 + 3 + 784));
  });
});

it('pictures of drawn codes are measured alike for both ways to draw, and the same again', async () => {
  const { setup } = await prepared('linear');
  const { features } = markJudge.classify(toIntensity(setup.test.images));
  const measure = () =>
    measureGenerated({
      draw: drawnCodes(setup, 50),
      length: 784,
      learned: setup.training.images,
      others: setup.validation.images,
      evaluationClassifier: markJudge,
      real: fitGaussian(features, 3),
    });
  const metrics = measure();
  const namesOf = (sampler: string) =>
    Object.keys(metrics)
      .filter((name) => name.startsWith(`generated.${sampler}.`))
      .map((name) => name.split('.')[2]);
  expect(namesOf('fitted')).toHaveLength(7);
  expect(namesOf('standard')).toEqual(namesOf('fitted'));
  expect(metrics['generated.standard.inception']).toMatchObject({ n: 50 });
  expect(metrics['generated.standard.frechet']).not.toEqual(metrics['generated.fitted.frechet']);
  expect(valueOf(metrics, 'generated.real.nearest')).toBeGreaterThan(0);
  expect(measure()).toEqual(metrics);
});

it('what can be read from codes: the ink of strokes, even from three numbers', async () => {
  const { setup } = await prepared('pca');
  const metrics = measureCodeContent(setup, 10);
  expect(valueOf(metrics, 'codes.ink')).toBeGreaterThan(0.5);
  expect(valueOf(metrics, 'codes.class.mlp')).toBeGreaterThan(0.15);
  expect(metrics['codes.class.linear']).toMatchObject({ n: 60 });
});

it('principal angles are those between planes that were turned by known ones', () => {
  const dim = 6;
  const degrees = [10, 55];
  const base = Float64Array.from({ length: 2 * dim }, (_, i) => Number(i === 0 || i === dim + 1));
  const turned = new Float64Array(2 * dim);
  degrees.forEach((angle, row) => {
    turned[row * dim + row] = Math.cos((angle * Math.PI) / 180);
    turned[row * dim + row + 2] = Math.sin((angle * Math.PI) / 180);
  });
  const random = createRandom('angles');
  const [a, b, c, d] = Array.from({ length: 4 }, () => random.normal());
  const mixed = turned.map((_, i) => {
    const column = i % dim;
    const [first, second] = [turned[column], turned[dim + column]];
    return i < dim ? a * first + b * second : c * first + d * second;
  });
  const angles = principalAngles(mixed, base, dim);
  angles.forEach((angle, i) => expect(angle).toBeCloseTo(degrees[i], 6));
});
