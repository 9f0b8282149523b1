/** The claims of the chapter beyond noise, held to the metrics of every setting they speak of. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parseManifestOf } from '../../src/contract/manifest.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import {
  metricOf,
  findSetting,
  readHistory,
  readMetrics,
  readRunMetrics,
  referenceOf,
  runMetricOf,
  settingsOf,
  type Setting,
} from '../../src/components/build/metrics.ts';
import { aimNames, aims, meetsAim } from '../../src/components/figures/beyond/aims.ts';
import { guidedRows, variantRows } from '../../src/components/figures/beyond/guided-rows.ts';
import {
  baseAt,
  contentDimOf,
  decayOf,
  groupWithBase,
  numImagesOf,
} from '../../src/components/figures/beyond/series.ts';
import { mapId } from '../../src/components/figures/content-map/facts.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { isFalling, isRising } from './support/numbers.ts';
import { pageOf } from './support/pages.ts';
import { doubtedSigma, doubtRows, styledRows } from '../../src/components/figures/beyond/styled-rows.ts';
import { whiteningRows } from '../../src/components/figures/beyond/whitening-rows.ts';

const of = (setting: Setting, metric: MetricName): number => metricOf(setting, metric).mean;
const { settings } = readMetrics();

const map = findSetting(mapId);
const majority = referenceOf('probe.majority');

const whitened = (contentWhitening: 'per-class' | 'aligned'): Setting => {
  const found = settings.find(
    ({ group, training, model }) =>
      group === 'whitening' &&
      training.contentWhitening === contentWhitening &&
      training.contentNoiseStd === 0.3 &&
      model.contentDim === 25,
  );
  if (found) return found;
  throw new Error(`No setting with ${contentWhitening} whitening at σ 0.3.`);
};
const [plain, perClass, aligned] = [baseAt(0.3), whitened('per-class'), whitened('aligned')];

/** λ = 1/50, the shipped weight, by σ. */
const guidedAt = (sigma: number): Setting => findSetting(`glo-mnist-guided-lambda0.02-sigma${sigma}`);
const guidedSigmas = [0, 0.1, 0.3, 1];

/** A group at one σ with its base, the varied number rising. */
const inOrder = (group: Setting['group'], sigma: number, by: (setting: Setting) => number) =>
  groupWithBase(group, sigma).toSorted((a, b) => by(a) - by(b));

/** All models of the chapter that drew the digits of MNIST and were not asked for style. */
const ofChapter = settings.filter(
  ({ group, dataset, training }) =>
    dataset.name === 'mnist' &&
    group !== 'mistakes' &&
    training.preset === 'lord' &&
    training.loss === 'l1+l2' &&
    !training.guidance?.style,
);
/** With the weights of the preset, by σ. */
const styledAt = (sigma: number): Setting => findSetting(`glo-mnist-styled-sigma${sigma}`);
const doubt = (name: string): Setting => findSetting(`glo-mnist-${name}-sigma${doubtedSigma}`);
const guided = settings.filter(({ group }) => group === 'guided');

const aimsMetBy = (setting: Setting) => aimNames.filter((name) => meetsAim(setting, name));
const obedientSamples = ['reconstruction.l1', 'swap.accuracy', 'sampler.gaussian.frechet'];
const obedientInk = ['reconstruction.l1', 'swap.accuracy', 'factorCorrelation.transfer.ink'] as const;

const strokes = settingsOf({ group: 'strokes', dataset: 'strokes' });
const byImages = inOrder('images', 0.3, numImagesOf);

/** Both handwriting figures that the page speaks of. */
const handwriting = ['factorCorrelation.transfer.ink', 'factorCorrelation.transfer.slant'] as const;

const claims: Claims = {
  'try-guided'() {
    const [plain, guidedRun] = [baseAt(0), guidedAt(0)];
    expect(of(guidedRun, 'swap.accuracy')).toBeGreaterThan(of(plain, 'swap.accuracy') + 0.2);
    const share = of(guidedRun, 'diversity') / of(plain, 'diversity');
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  },
  'try-ink-kept'() {
    const [exercise, lord, styled] = ['exercise', 'lord', 'styled'].map((preset) =>
      of(findSetting(`glo-mnist-${preset}-sigma0.1`), 'factorCorrelation.transfer.ink'),
    );
    expect(styled).toBeGreaterThan(lord + 0.03);
    expect(lord).toBeGreaterThan(exercise + 0.5);
    expect(exercise).toBeLessThan(0.2);
  },
  'map-hides-the-class': () => {
    expect(Math.abs(of(map, 'probe.mlp.clean') - majority)).toBeLessThan(0.02);
  },
  'two-numbers-lose': () => {
    expect(of(map, 'reconstruction.loss')).toBeGreaterThan(2 * of(plain, 'reconstruction.loss'));
    for (const metric of handwriting) expect(of(map, metric)).toBeLessThan(of(plain, metric) - 0.1);
  },
  'dims-trade': () => {
    const runs = inOrder('dims', 0.3, contentDimOf);
    expect(runs.map(contentDimOf)).toEqual([2, 4, 8, 16, 25, 64]);
    const over = (metric: MetricName) => runs.map((setting) => of(setting, metric));
    expect(isFalling(over('reconstruction.loss'))).toBe(true);
    expect(isFalling(over('swap.accuracy'))).toBe(true);
    expect(isRising(over('probe.mlp.clean'))).toBe(true);
  },
  'many-dims-keep': () => {
    const keepsBoth = (setting: Setting) => handwriting.every((metric) => meetsAim(setting, metric));
    const roomy = findSetting('glo-mnist-lord-dims64-sigma0.3');
    expect(ofChapter.filter(keepsBoth)).toEqual([roomy]);
    for (const metric of handwriting) {
      expect(Math.max(...ofChapter.map((setting) => of(setting, metric))), metric).toBe(of(roomy, metric));
    }
    expect(of(roomy, 'factorCorrelation.transfer.slant')).toBeLessThan(0.86);
    expect(roomy.seeds).toHaveLength(1);
  },
  'decay-raises-noise': () => {
    for (const sigma of [0.3, 1]) {
      const runs = inOrder('decay', sigma, decayOf);
      expect(isRising(runs.map((setting) => of(setting, 'codes.noiseToCode')))).toBe(true);
    }
  },
  'decay-beats-more-noise': () => {
    const [decayed, loud] = [findSetting('glo-mnist-lord-decay0.01-sigma0.3'), baseAt(2)];
    expect(of(decayed, 'swap.accuracy')).toBeGreaterThan(of(loud, 'swap.accuracy') - 0.01);
    expect(of(decayed, 'reconstruction.l1')).toBeLessThan(of(loud, 'reconstruction.l1'));
    expect(of(decayed, 'factorCorrelation.transfer.ink')).toBeGreaterThan(
      of(loud, 'factorCorrelation.transfer.ink') + 0.1,
    );
    expect(of(decayed, 'factorCorrelation.transfer.slant')).toBeGreaterThanOrEqual(
      of(loud, 'factorCorrelation.transfer.slant'),
    );
    expect(decayed.seeds).toHaveLength(1);
  },
  'decay-collapse': () => {
    const silent = findSetting('glo-mnist-lord-decay0.01-sigma1');
    expect(Math.round(of(silent, 'codes.noiseToCode'))).toBe(7);
    const share = of(silent, 'diversity') / of(baseAt(1), 'diversity');
    expect(share).toBeLessThan(0.13);
    expect(share).toBeGreaterThan(0.08);
    const floor = referenceOf('baseline.class-only.loss');
    expect(of(silent, 'reconstruction.loss') / floor).toBeGreaterThan(0.9);
    expect(of(silent, 'reconstruction.loss')).toBeLessThan(floor);
  },
  'whitening-blinds-probes': () => {
    const accuracies: number[] = [];
    for (const setting of settings.filter(({ training }) => training.contentWhitening !== 'none')) {
      for (const probe of ['probe.linear.clean', 'probe.mlp.clean'] as const) {
        const accuracy = of(setting, probe);
        expect(accuracy, `${setting.id} ${probe}`).toBeLessThan(majority + 0.005);
        accuracies.push(accuracy);
      }
    }
    const below = accuracies.filter((accuracy) => accuracy < majority);
    expect(below.length / accuracies.length).toBeGreaterThan(0.9);
  },
  'whitening-residue': () => {
    for (const setting of settings.filter(({ training }) => training.contentWhitening !== 'none')) {
      const accuracy = of(setting, 'probe.mlp.clean');
      if (contentDimOf(setting) === 25) {
        expect(Math.abs(accuracy - referenceOf('probe.mlp.whitened25')), setting.id).toBeLessThan(0.02);
      } else if (contentDimOf(setting) === 8 && setting.training.contentNoiseStd === 1) {
        expect(accuracy, setting.id).toBeGreaterThan(referenceOf('probe.mlp.whitened8') + 0.015);
      }
    }
  },
  'whitening-obeys': () => {
    for (const setting of settings.filter(({ group }) => group === 'whitening')) {
      if (contentDimOf(setting) !== 25) continue;
      const alone = of(baseAt(setting.training.contentNoiseStd), 'swap.accuracy');
      expect(of(setting, 'swap.accuracy'), setting.id).toBeGreaterThan(alone + 0.01);
    }
  },
  'whitening-loses-handwriting': () => {
    for (const metric of handwriting) expect(of(perClass, metric)).toBeLessThan(0.75 * of(plain, metric));
  },
  'alignment-brings-back': () => {
    for (const metric of handwriting) {
      const [lost, back] = [
        of(plain, metric) - of(perClass, metric),
        of(aligned, metric) - of(perClass, metric),
      ];
      expect(back / lost, metric).toBeGreaterThan(0.75);
    }
  },
  'alignment-is-not-free': () => {
    const [price, samples] = (['reconstruction.l1', 'sampler.gaussian.frechet'] as const).map(
      (metric) => of(aligned, metric) / of(plain, metric),
    );
    expect(price).toBeGreaterThan(1.07);
    expect(price).toBeLessThan(1.15);
    expect(samples).toBeGreaterThan(0.9);
    const ofClasses = 'sampler.class-gaussian.frechet';
    expect(of(aligned, ofClasses) / of(plain, ofClasses)).toBeGreaterThan(1.3);
  },
  'auxiliary-saw-more-labels': () => {
    const path = 'public/models/classifier-mnist-critic/manifest.json';
    const { numTrainingImages: numImages } = parseManifestOf('classifier')(
      JSON.parse(readFileSync(path, 'utf8')),
      path,
    ).dataset;
    expect(numImages).toBe(60_000);
    expect(numImages / numImagesOf(guidedAt(0))).toBe(30);
  },
  'auxiliary-obeys': () => {
    for (const sigma of guidedSigmas) {
      const { mean, sd } = metricOf(guidedAt(sigma), 'swap.accuracy');
      expect(mean - (sd ?? 0), `σ ${sigma}`).toBeGreaterThanOrEqual(0.99);
    }
  },
  'noise-alone-needs-two': () => {
    expect(of(baseAt(1), 'swap.accuracy')).toBeLessThan(0.99);
    expect(of(baseAt(2), 'swap.accuracy')).toBeGreaterThanOrEqual(0.99);
    expect(of(baseAt(2), 'reconstruction.l1')).toBeGreaterThan(2 * of(guidedAt(0), 'reconstruction.l1'));
  },
  'auxiliary-is-cheap': () => {
    for (const sigma of guidedSigmas) {
      const ratio = of(guidedAt(sigma), 'reconstruction.l1') / of(baseAt(sigma), 'reconstruction.l1');
      expect(ratio, `σ ${sigma}`).toBeLessThan(1.1);
    }
  },
  'half-fd-without-noise': () => {
    for (const setting of guided) {
      expect(meetsAim(setting, 'sampler.gaussian.frechet'), setting.id).toBe(
        setting.training.contentNoiseStd === 0,
      );
    }
  },
  'auxiliary-frees-contents': () => {
    for (const sigma of guidedSigmas) {
      const gain = (metric: MetricName) => of(baseAt(sigma), metric) - of(guidedAt(sigma), metric);
      const share = gain('sampler.class-gaussian.frechet') / gain('sampler.gaussian.frechet');
      expect(share, `σ ${sigma}`).toBeLessThan(0.25);
    }
  },
  'handwriting-aim-missed': () => {
    for (const { setting } of [...guidedRows(), ...variantRows(), ...whiteningRows(readMetrics())]) {
      expect(meetsAim(setting, 'factorCorrelation.transfer.slant'), setting.id).toBe(false);
    }
  },
  'three-of-five': () => {
    const rows = guidedRows().map(({ setting }) => setting);
    expect(Math.max(...rows.map((setting) => aimsMetBy(setting).length))).toBe(3);
    const best = rows.filter((setting) => aimsMetBy(setting).length === 3);
    expect(best.map(({ id }) => id)).toEqual([guidedAt(0).id, 'glo-mnist-guided-lambda0.05-sigma0']);
    for (const setting of best) expect(aimsMetBy(setting)).toEqual(obedientSamples);
  },
  'seeds-differ-in-handwriting': () => {
    const spread = metricOf(guidedAt(0), 'factorCorrelation.transfer.slant').sd ?? 0;
    expect(spread).toBeGreaterThan(0.03);
  },
  'aligned-auxiliary': () => {
    const both = findSetting('glo-mnist-guided-aligned-lambda0.02-sigma0');
    expect(meetsAim(both, 'swap.accuracy')).toBe(true);
    expect(meetsAim(both, 'sampler.gaussian.frechet')).toBe(true);
    for (const probe of ['probe.linear.clean', 'probe.mlp.clean'] as const) {
      expect(of(both, probe)).toBeLessThan(majority);
    }
    for (const metric of handwriting) {
      expect(Math.abs(of(both, metric) - of(guidedAt(0), metric)), metric).toBeLessThan(0.05);
    }
    const price = of(both, 'reconstruction.l1') / of(guidedAt(0), 'reconstruction.l1');
    expect(price).toBeGreaterThan(1.11);
    expect(price).toBeLessThan(1.18);
  },
  'roomy-auxiliary': () => {
    const roomy = (dims: number, sigma: number) => findSetting(`glo-mnist-guided-dims${dims}-sigma${sigma}`);
    expect(aimsMetBy(roomy(64, 0.3))).toEqual(obedientInk);
    expect(of(roomy(64, 0.3), 'factorCorrelation.transfer.slant')).toBeGreaterThan(0.8);
    expect(roomy(64, 0.3).seeds).toHaveLength(1);
    expect(roomy(40, 0.1).seeds).toHaveLength(3);
    expect(aimsMetBy(roomy(40, 0.1))).toEqual(['reconstruction.l1', 'swap.accuracy']);
    const short = 0.85 - of(roomy(40, 0.1), 'factorCorrelation.transfer.ink');
    expect(short).toBeGreaterThan(0.005);
    expect(short).toBeLessThan(0.025);
  },
  'gentle-auxiliary': () => {
    const gentle = (dims: number, sigma: number) =>
      findSetting(`glo-mnist-guided-dims${dims}-lambda0.005-sigma${sigma}`);
    for (const setting of [gentle(64, 0.3), gentle(40, 0.1)]) {
      expect(setting.seeds, setting.id).toHaveLength(3);
      expect(aimsMetBy(setting), setting.id).toEqual(obedientInk);
      expect(
        Math.abs(0.85 - of(setting, 'factorCorrelation.transfer.slant') - 1 / 20),
        setting.id,
      ).toBeLessThan(0.015);
    }
    const seedsThatDo = (setting: Setting) =>
      setting.seeds.filter((seed) => {
        const run = readRunMetrics(seed === 1 ? setting.id : `${setting.id}-seed${seed}`);
        return obedientInk.every((name) => aims[name](runMetricOf(run, name)));
      });
    expect(seedsThatDo(gentle(64, 0.3))).toHaveLength(2);
    expect(seedsThatDo(gentle(40, 0.1))).toHaveLength(1);
  },
  'none-meets-all': () => {
    for (const setting of ofChapter) expect(aimsMetBy(setting).length, setting.id).toBeLessThanOrEqual(3);
    for (const setting of guided.filter((each) => aimsMetBy(each).length === 3)) {
      const quiet = setting.training.contentNoiseStd === 0;
      expect(aimsMetBy(setting), setting.id).toEqual(quiet ? obedientSamples : obedientInk);
      expect(quiet || contentDimOf(setting) > 25, setting.id).toBe(true);
    }
    const leaning = ofChapter.filter((setting) => meetsAim(setting, 'factorCorrelation.transfer.slant'));
    expect(leaning.map(({ id }) => id)).toEqual(['glo-mnist-lord-dims64-sigma0.3']);
    const peers = ofChapter.filter(({ training }) => training.contentNoiseStd === 0.3);
    expect(Math.min(...peers.map((setting) => of(setting, 'swap.accuracy')))).toBe(
      of(leaning[0], 'swap.accuracy'),
    );
  },
  'aligned-is-steady': () => {
    expect(findSetting('glo-mnist-guided-aligned-lambda0.02-sigma0').seeds).toHaveLength(3);
    for (const sigma of [0, 0.1, 0.3]) {
      const both = findSetting(`glo-mnist-guided-aligned-lambda0.02-sigma${sigma}`);
      for (const metric of handwriting) {
        const spread = (setting: Setting) => metricOf(setting, metric).sd ?? NaN;
        expect(spread(both), `${metric} at σ ${sigma}`).toBeLessThan(0.015);
        expect(spread(both), `${metric} at σ ${sigma}`).toBeLessThan(spread(guidedAt(sigma)));
      }
    }
  },
  'styled-four-aims': () => {
    const styled = styledAt(0.1);
    expect(styled.seeds).toHaveLength(3);
    expect(aimsMetBy(styled)).toEqual(aimNames.filter((name) => name !== 'sampler.gaussian.frechet'));
  },
  'styled-misses-samples': () => {
    const [styled, alone, critic] = [styledAt(0.1), baseAt(0.1), doubt('guided-dims40')].map((setting) =>
      of(setting, 'sampler.gaussian.frechet'),
    );
    expect(styled / alone).toBeGreaterThan(0.9);
    expect(styled / alone).toBeLessThan(1);
    expect(critic).toBeLessThan(styled - 1);
  },
  'styled-without-noise': () => {
    const slant = of(styledAt(0), 'factorCorrelation.transfer.slant');
    expect(slant).toBeLessThan(0.85);
    expect(slant).toBeGreaterThan(0.84);
    const half = of(baseAt(0), 'sampler.gaussian.frechet') / 2;
    expect(1 - half / of(styledAt(0), 'sampler.gaussian.frechet')).toBeCloseTo(1 / 7, 1);
  },
  'styled-sweep': () => {
    const sweep = styledRows().filter(({ setting }) => setting.training.guidance?.style);
    expect(sweep).toHaveLength(22);
    for (const { setting } of sweep) expect(aimsMetBy(setting).length, setting.id).toBeLessThan(5);
    const samples = findSetting('glo-mnist-styled-dims25-lambda0.05-mu0.05-sigma0');
    const slant = 'factorCorrelation.transfer.slant';
    expect(aimsMetBy(samples)).toEqual(aimNames.filter((name) => name !== slant));
    expect(Math.abs(0.85 - of(samples, slant) - 0.04)).toBeLessThan(0.006);
  },
  'styled-class-gaussian': () => {
    const [styled, alone] = [styledAt(0.1), baseAt(0.1)].map((setting) =>
      of(setting, 'sampler.class-gaussian.frechet'),
    );
    expect(Math.abs(styled - alone)).toBeLessThan(1);
  },
  'style-lifts-the-unasked': () => {
    const [styled, critic] = [styledAt(0.1), doubt('guided-dims40')];
    for (const moment of ['slant', 'width', 'height'] as const) {
      const metric = `factorCorrelation.transfer.${moment}` as const;
      const [{ mean, sd }, alone] = [metricOf(styled, metric), metricOf(critic, metric)];
      expect(mean - (sd ?? 0), moment).toBeGreaterThan(alone.mean);
    }
    expect(Math.abs(of(styled, 'diversity') / of(critic, 'diversity') - 1)).toBeLessThan(0.05);
  },
  'style-alone-disobeys': () => {
    const alone = doubt('styled-alone');
    for (const moment of ['slant', 'height'] as const) {
      const metric = `factorCorrelation.transfer.${moment}` as const;
      const most = Math.max(...doubtRows().map(({ setting }) => of(setting, metric)));
      expect(of(alone, metric), moment).toBe(most);
    }
    expect(Math.abs(1 - of(alone, 'swap.accuracy') - 0.1)).toBeLessThan(0.015);
  },
  'style-untrained': () => {
    const [untrained, styled] = [doubt('styled-untrained'), styledAt(0.1)];
    for (const name of aimNames) {
      expect(meetsAim(untrained, name), name).toBe(meetsAim(styled, name));
    }
    for (const moment of ['ink', 'slant', 'width', 'height'] as const) {
      const metric = `factorCorrelation.transfer.${moment}` as const;
      expect(Math.abs(of(untrained, metric) - of(styled, metric)), moment).toBeLessThan(0.03);
    }
  },
  'style-same-images': () => {
    const [same, styled] = [doubt('styled-same-images'), styledAt(0.1)];
    expect(of(same, 'swap.accuracy')).toBeGreaterThan(0.99);
    for (const metric of handwriting) {
      expect(Math.abs(of(same, metric) - of(styled, metric)), metric).toBeLessThan(0.03);
    }
    expect(same.training.guidance?.auxiliaryClassifier).toBe('classifier-mnist-critic-same-images');
  },
  'strokes-style': () => {
    const factors = ['slant', 'thickness', 'width', 'height', 'offsetX', 'offsetY'] as const;
    const readIn = (name: string) => {
      const setting = findSetting(`glo-strokes-${name}-sigma${doubtedSigma}`);
      return factors.map((factor) => of(setting, `factorReading.${factor}`));
    };
    const [alone, critic, styled] = [readIn('plain'), readIn('guided'), readIn('styled')];
    const gainOf = (factor: (typeof factors)[number]) =>
      styled[factors.indexOf(factor)] - critic[factors.indexOf(factor)];
    factors.forEach((factor, i) => expect(Math.abs(critic[i] - alone[i]), factor).toBeLessThan(0.02));
    for (const factor of ['slant', 'height', 'thickness'] as const) {
      expect(gainOf(factor), factor).toBeGreaterThan(0.1);
    }
    for (const factor of ['width', 'offsetX'] as const) {
      expect(gainOf(factor), factor).toBeGreaterThan(0.05);
      expect(gainOf(factor), factor).toBeLessThan(0.1);
    }
    expect(Math.abs(gainOf('offsetY'))).toBeLessThan(0.02);
  },
  'styled-unseen': () => {
    const sweep = settingsOf({ preset: 'styled', shipped: true });
    expect(sweep).toHaveLength(8);
    for (const { training } of sweep) {
      const sigma = training.contentNoiseStd;
      const [styled, alone] = [styledAt(sigma), baseAt(sigma)].map((s) => of(s, 'heldOut.known.loss'));
      expect(styled, `σ ${sigma}`).toBeLessThan(alone);
    }
  },
  'auxiliary-helps-samples': () => {
    for (const sigma of guidedSigmas) {
      const [guided, alone] = [guidedAt(sigma), baseAt(sigma)].map((setting) =>
        of(setting, 'sampler.gaussian.frechet'),
      );
      expect(guided, `σ ${sigma}`).toBeLessThan(alone);
    }
  },
  'factors-in-codes': () => {
    for (const setting of strokes.filter(({ training }) => training.contentNoiseStd <= 1)) {
      for (const factor of ['slant', 'thickness'] as const) {
        expect(of(setting, `factor.${factor}.content`), `${setting.id} ${factor}`).toBeGreaterThan(0.8);
      }
      for (const factor of ['width', 'offsetX'] as const) {
        expect(of(setting, `factor.${factor}.content`), `${setting.id} ${factor}`).toBeGreaterThan(0.6);
      }
    }
    for (const setting of strokes) {
      for (const factor of ['slant', 'thickness', 'width', 'offsetX'] as const) {
        expect(of(setting, `factor.${factor}.class`)).toBeLessThan(0.01);
      }
    }
  },
  'factors-fade': () => {
    const [two, five] = [2, 5].map((sigma) => findSetting(`glo-strokes-lord-sigma${sigma}`));
    expect(of(two, 'factor.width.content')).toBeLessThan(0.5);
    for (const factor of ['slant', 'thickness', 'offsetX'] as const) {
      expect(of(two, `factor.${factor}.content`), factor).toBeGreaterThan(0.5);
    }
    expect(of(five, 'factor.offsetX.content')).toBeLessThan(0.5);
    expect(of(five, 'factor.thickness.content')).toBeGreaterThan(0.5);
    expect(of(five, 'factor.thickness.content')).toBeLessThan(0.6);
    expect(of(five, 'factor.slant.content')).toBeGreaterThan(0.75);
  },
  'class-is-there-too': () => {
    for (const setting of strokes) {
      expect(of(setting, 'probe.mlp.clean'), setting.id).toBeGreaterThan(0.9);
      expect(of(setting, 'swap.accuracy'), setting.id).toBeGreaterThan(0.98);
    }
  },
  'few-images-overfit': () => {
    const gaps = byImages.map(
      (setting) => of(setting, 'heldOut.known.loss') - of(setting, 'reconstruction.loss'),
    );
    expect(gaps[0]).toBeGreaterThan(0);
    for (const gap of gaps.slice(1)) expect(gap).toBeLessThan(0);
  },
  'unseen-better-without-noise': () => {
    const quiet = baseAt(0);
    expect(of(quiet, 'reconstruction.loss')).toBeGreaterThan(of(quiet, 'heldOut.known.loss'));
  },
  'more-images-obey': () => {
    expect(byImages.map(numImagesOf)).toEqual([256, 2000, 10_000, 60_000]);
    // The last step differs in the length of training, too; the prose says so.
    expect(isRising(byImages.map((setting) => of(setting, 'swap.accuracy')))).toBe(true);
    const { training } = byImages[0];
    expect(byImages.map((each) => each.training.numEpochs === training.numEpochs)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  },
  'sixty-thousand-unfinished': () => {
    const lastFall = ({ id }: Setting): number => {
      const { loss } = readHistory(id);
      return 1 - loss[loss.length - 1] / loss[loss.length - 2];
    };
    expect(readHistory(byImages[3].id).loss).toHaveLength(8);
    expect(lastFall(byImages[3])).toBeGreaterThan(0.05);
    expect(Math.abs(lastFall(plain))).toBeLessThan(0.01);
    expect(of(byImages[3], 'factorCorrelation.transfer.ink')).toBeLessThan(
      of(plain, 'factorCorrelation.transfer.ink') - 0.2,
    );
  },
  'changes-of-lord': () => {
    const lord = baseAt(0.3);
    for (const group of ['dims', 'decay', 'whitening', 'guided', 'images'] as const) {
      const changed = settings.filter((setting) => setting.group === group);
      expect(changed.length, group).toBeGreaterThan(1);
      for (const { training, id } of changed) {
        const { preset, codeInitStd, learningRates } = training;
        expect({ preset, codeInitStd, learningRates }, id).toEqual({
          preset: 'lord',
          codeInitStd: lord.training.codeInitStd,
          learningRates: lord.training.learningRates,
        });
      }
    }
  },
  'short-beyond-limits': () => {
    const runs = inOrder('dims', 0.3, contentDimOf);
    expect(isFalling(runs.map((setting) => of(setting, 'swap.accuracy')))).toBe(true);
    expect(isFalling(runs.map((setting) => of(setting, 'reconstruction.loss')))).toBe(true);
  },
  'short-beyond-whitening': () => {
    for (const setting of [perClass, aligned]) {
      expect(of(setting, 'probe.mlp.clean')).toBeLessThan(majority);
    }
    for (const metric of handwriting) {
      const lost = of(plain, metric) - of(perClass, metric);
      expect(lost, metric).toBeGreaterThan(0.25);
      expect((of(aligned, metric) - of(perClass, metric)) / lost, metric).toBeGreaterThan(0.75);
    }
  },
  'short-beyond-auxiliary': () => {
    expect(of(guidedAt(0), 'swap.accuracy')).toBeGreaterThan(0.99);
    expect(of(guidedAt(0), 'reconstruction.l1')).toBeLessThan(1.1 * of(baseAt(0), 'reconstruction.l1'));
  },
  'short-beyond-styled': () => {
    expect(aimNames).toHaveLength(5);
    expect(aimsMetBy(styledAt(0.1))).toHaveLength(4);
    for (const metric of handwriting) {
      for (const setting of ofChapter) {
        expect(of(setting, metric), setting.id).toBeLessThan(of(styledAt(0.1), metric));
      }
    }
  },
};

describeClaims([pageOf('beyond')], claims);
