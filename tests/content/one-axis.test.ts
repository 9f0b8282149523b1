/** The claims of the chapter that compares all models, held to their metrics and to the arithmetic of their settings. */
import { expect } from 'vitest';
import { findSetting, metricOf, readAllMetrics, referenceOf } from '../../src/components/build/metrics.ts';
import type { AnySetting } from '../../src/components/build/metrics.ts';
import {
  axisSettings,
  axisModelOf,
  learnedNumbers,
  multiplyAdds,
} from '../../src/components/figures/one-axis/facts.ts';
import { partsOf } from '../../src/components/figures/one-axis/abilities.ts';
import { bestSampler } from '../../src/components/figures/one-axis/state.ts';
import { readManifestOf } from '../../src/components/build/manifests.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const setting = (id: string): AnySetting => findSetting(id, readAllMetrics());
const [lord, styled] = ['glo-mnist-lord-sigma0.3', 'glo-mnist-styled-sigma0.1'].map(setting);
const stacked = setting('autoencoder-mnist-stacked-k10');
const vae = setting('vae-mnist-dense-k10');

const all = axisSettings();
const glo = all.filter(({ family }) => family === 'glo');
const gans = all.filter(({ family }) => family === 'gan');
const withEncoder = all.filter(({ family }) => family === 'autoencoder' || family === 'vae');

/** Mean over seeds. */
const of = (each: AnySetting, metric: MetricName): number => metricOf(each, metric).mean;
/** From the best place. */
const distance = (each: AnySetting): number =>
  of(each, `generated.${bestSampler(axisModelOf(findSetting(each.id, { settings: all })))}.frechet`);
const errorOf = (each: AnySetting): number =>
  of(each, each.family === 'glo' ? 'reconstruction.l2' : 'reconstruction.training.mse');

type Measure = (each: AnySetting) => number;
const largest = (settings: readonly AnySetting[], value: Measure): number =>
  Math.max(...settings.map((each) => value(each)));
const least = (settings: readonly AnySetting[], value: Measure): number =>
  Math.min(...settings.map((each) => value(each)));

const isStacked = (each: AnySetting): boolean => each.family === 'autoencoder' && each.kind === 'stacked';

/** Not clipped, and at a learning rate between the lowest and the highest. */
const isFree = (each: AnySetting): boolean =>
  each.family === 'gan' &&
  each.training.constraint !== 'clipping' &&
  each.training.optimizer.rate > 2e-4 &&
  each.training.optimizer.rate < 2e-2;

const claims: Claims = {
  'try-one-for-all'() {
    const [classFitted, fitted] = (['classFitted', 'fitted'] as const).map((from) =>
      of(lord, `generated.${from}.frechet`),
    );
    expect(fitted).toBeGreaterThan(1.5 * classFitted);
  },
  'short-axis-closer': () => {
    const others = all.filter(({ id }) => id !== lord.id && id !== styled.id);
    expect(largest([lord, styled], distance)).toBeLessThan(0.7 * least(others, distance));
  },
  'short-axis-gans': () => {
    const [free, held] = [gans.filter(isFree), gans.filter((each) => !isFree(each))];
    expect(free.length).toBeGreaterThan(5);
    expect(largest(free, distance)).toBeLessThan(0.95 * least(withEncoder, distance));
    expect(least(held, distance)).toBeGreaterThan(least(withEncoder, distance));
  },
  'short-axis-cheaper': () => {
    const plain = glo.filter((each) => each.family === 'glo' && each.training.guidance === null);
    expect(plain).toHaveLength(2);
    const others = all.filter((each) => each.family === 'vae' || each.family === 'gan' || isStacked(each));
    expect(largest(plain, multiplyAdds)).toBeLessThan(0.7 * least(others, multiplyAdds));
  },
  'short-axis-told': () => {
    for (const { family, dataset } of all) {
      expect(partsOf[family].classCodes).toBe(family === 'glo');
      expect(dataset.numTrainingImages).toBe(family === 'glo' ? 2000 : 54_000);
    }
  },
  'short-axis-swaps': () => {
    for (const { id, family, shipped, metrics } of all) {
      expect(metrics['swap.accuracy'] !== undefined, id).toBe(family === 'glo');
      if (!shipped) continue;
      const { files, model } = readManifestOf(family, id);
      expect('classDim' in model, id).toBe(partsOf[family].classCodes);
      expect('encoder' in files, id).toBe(partsOf[family].encoder);
      expect('gaussianCode' in model && model.gaussianCode, id).toBe(partsOf[family].posterior);
      expect('discriminatorNormalizes' in model, id).toBe(partsOf[family].discriminator);
    }
  },
  'axis-convolutions': () => {
    const convolutional = withEncoder.filter(
      ({ model }) => 'network' in model && model.network === 'convolutional',
    );
    const best = convolutional.toSorted((a, b) => distance(a) - distance(b))[0];
    const peers = [5, 10, 50, 100].map((k) => setting(`autoencoder-mnist-stacked-k${k}`));
    expect(distance(best)).toBeGreaterThan(least(peers, distance));
    expect(distance(best)).toBeLessThan(largest(peers, distance));
    expect(multiplyAdds(best) / least(peers, multiplyAdds)).toBeCloseTo(0.5, 1);
  },
  'axis-games': () => {
    const games = ['0', '0.1', '0.3'].map((noise) => setting(`gan-mnist-dcgan-noise${noise}`));
    const dense = [2, 5, 10, 50, 100].map((k) => setting(`vae-mnist-dense-k${k}`));
    expect(largest(games, multiplyAdds)).toBeLessThan(least(dense, multiplyAdds));
    expect(largest(games, distance)).toBeLessThan(0.5 * least(dense, distance));
  },
  'axis-critic': () => {
    const [one, five] = ['gan-mnist-wgan-n1', 'gan-mnist-wgan-n5'].map(setting);
    expect(multiplyAdds(five)).toBeGreaterThan(3 * multiplyAdds(one));
    const { mean, sd } = metricOf(five, 'generated.standard.frechet');
    expect(mean).toBeGreaterThan(distance(one) - (sd ?? 0));
  },
  'axis-exercise': () => {
    const [exercise, penalized] = ['glo-mnist-exercise-sigma0.3', 'gan-mnist-wgan-gp-n5'].map(setting);
    expect(distance(penalized)).toBe(least(gans, distance));
    expect(distance(exercise) / distance(penalized)).toBeCloseTo(1, 0.7);
    expect(20 * multiplyAdds(exercise)).toBeLessThan(multiplyAdds(penalized));
  },
  'axis-fifth': () => expect(multiplyAdds(lord) / multiplyAdds(vae)).toBeCloseTo(0.2, 1),
  'axis-classifier': () => {
    if (styled.family !== 'glo') throw new Error('styled is a preset of GLO.');
    const unguided = multiplyAdds({ ...styled, training: { ...styled.training, guidance: null } });
    const lastEpoch = { fromEpoch: styled.training.numEpochs + 1, weight: 0, style: null };
    const guidance = { ...lastEpoch, auxiliaryClassifier: 'classifier-mnist-critic' };
    const withClassifier = multiplyAdds({ ...styled, training: { ...styled.training, guidance } });
    expect((withClassifier - unguided) / multiplyAdds(styled)).toBeGreaterThan(0.5);
  },
  'axis-score': () => {
    expect(of(styled, 'generated.fitted.inception')).toBeGreaterThan(referenceOf('real.generated.inception'));
    expect(of(styled, 'generated.fitted.frechet')).toBeGreaterThan(5 * referenceOf('real.generated.frechet'));
  },
  'axis-size': () => {
    expect(learnedNumbers(lord) / learnedNumbers(stacked)).toBeCloseTo(1 / 9, 2);
    if (lord.family !== 'glo') throw new Error('lord is a preset of GLO.');
    const { classDim, contentDim } = lord.model;
    const codes = 10 * classDim + lord.dataset.numTrainingImages * contentDim;
    expect(codes / learnedNumbers(lord)).toBeCloseTo(0.4, 1);
    expect(54_000 * contentDim).toBeGreaterThan(1e6);
  },
  'axis-games-size': () => {
    expect(largest(gans, learnedNumbers)).toBeLessThan(0.5 * learnedNumbers(lord));
  },
  'axis-place': () => {
    expect(of(stacked, 'generated.standard.frechet')).toBeGreaterThan(
      6 * of(stacked, 'generated.fitted.frechet'),
    );
  },
  'axis-glo-place': () => {
    for (const each of glo) {
      const ratio = of(each, 'generated.standard.frechet') / of(each, 'generated.fitted.frechet');
      expect(Math.max(ratio, 1 / ratio), each.id).toBeLessThan(1.25);
    }
  },
  'axis-exact': () => {
    const exacter = withEncoder.filter((each) => errorOf(each) < errorOf(lord));
    expect(exacter.length).toBeGreaterThan(3);
    expect(least(exacter, distance)).toBeGreaterThan(100);
  },
  'axis-class': () => {
    expect(of(stacked, 'codes.class.linear')).toBeGreaterThan(0.8);
    expect(of(lord, 'probe.linear.clean')).toBeCloseTo(1 / 7, 1);
    expect(of(lord, 'probe.mlp.clean')).toBeCloseTo(2 / 3, 1);
  },
  'axis-games-nearest': () => {
    for (const each of gans) {
      const nearest = of(each, 'generated.standard.nearest');
      expect(nearest, each.id).toBeGreaterThan(1.2 * of(each, 'generated.real.nearest'));
    }
  },
  'axis-nearest': () => {
    for (const each of glo) {
      const sampler = bestSampler(axisModelOf(each));
      const ratio = of(each, `generated.${sampler}.nearest`) / of(each, 'generated.real.nearest');
      expect(ratio, each.id).toBeGreaterThan(0.85);
      expect(ratio, each.id).toBeLessThan(0.91);
    }
  },
};

describeClaims([pageOf('one-axis')], claims);
