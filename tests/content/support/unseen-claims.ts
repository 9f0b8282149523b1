/** What the chapter on reconstructions claims of encoders for GLO: images that it never saw, at a look and by a search. */
import { expect } from 'vitest';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import {
  metricOf,
  projectionOf,
  readAllMetrics,
  readRunMetricsOf,
} from '../../../src/components/build/metrics.ts';
import { costOf } from '../../../src/components/figures/unseen/cost.ts';
import type { Claims } from './claims.ts';

const all = readAllMetrics().settings.filter((setting) => setting.family === 'amortized');
type Setting = (typeof all)[number];
const frozen = all.filter(({ training }) => training.generatorRate === 0);
const [standard] = frozen.filter(({ source }) => source.preset === 'lord' && source.contentNoiseStd === 0.3);
const of = (setting: Setting, name: MetricName): number => metricOf(setting, name).mean;

const lossOf = (setting: Setting) => ({
  look: of(setting, 'reading.encoded.loss'),
  refined: of(setting, 'reading.refined.loss'),
  searched: of(setting, 'heldOut.unknown.loss'),
});

/** Each model with its generator as GLO left it, and with one that learned on. */
const pairs = frozen.map((each) => {
  const tuned = all.find(
    ({ source, training }) => source.id === each.source.id && training.generatorRate > 0,
  );
  if (!tuned) throw new Error(`No generator learned on beside the encoders of ${each.source.id}.`);
  return [each, tuned] as const;
});

/** Test images on one side of a share's error, at 200 of them: two standard errors of the difference of two shares near one half. */
const chance = 0.1;

export const unseenClaims: Claims = {
  'short-rec-look': () => {
    for (const each of all)
      expect(
        of(each, 'reading.all.classAccuracy') - of(each, 'heldOut.unknown.accuracy'),
        each.id,
      ).toBeGreaterThan(chance);
  },
  'look-finds-class': () => {
    expect(of(standard, 'reading.all.classAccuracy')).toBeGreaterThan(0.93);
    expect(metricOf(standard, 'reading.all.classAccuracy').n).toBe(10_000);
  },
  'noise-searched-obeys': () => {
    for (const ofLord of [frozen, all.filter((each) => !frozen.includes(each))]) {
      const [little, more] = [0.1, 0.3].map((sigma) => {
        const found = ofLord.find(
          ({ source }) => source.preset === 'lord' && source.contentNoiseStd === sigma,
        );
        return found ? of(found, 'reading.searched.swap') : NaN;
      });
      // Nine pictures of each of 200 images: two standard errors of the difference, as if they were independent, are 0.033.
      expect(more - little).toBeGreaterThan(0.04);
    }
  },
  'search-halves-error': () => {
    for (const each of all) {
      const { look, refined } = lossOf(each);
      expect(refined / look, each.id).toBeGreaterThan(0.4);
      expect(refined / look, each.id).toBeLessThan(0.56);
    }
  },
  'one-start-suffices': () => {
    for (const each of all) {
      const { refined, searched } = lossOf(each);
      expect(refined / searched, each.id).toBeLessThan(1.05);
    }
  },
  'search-spoils-content': () => {
    for (const each of all) {
      const [look, refined, searched] = (['encoded', 'refined', 'searched'] as const).map((way) =>
        of(each, `reading.${way}.swap`),
      );
      expect(look - refined, each.id).toBeGreaterThan(0.05);
      expect(refined - searched, each.id).toBeGreaterThan(0.05);
    }
  },
  'look-is-cheap': () => {
    for (const each of all) {
      const cost = costOf(each, { imageHeight: 28, imageWidth: 28, imageChannels: 1 });
      expect(cost.searched / cost.encoded, each.id).toBeGreaterThan(1000);
      expect(cost.refined / cost.searched, each.id).toBeCloseTo(1 / 20, 2);
    }
  },
  'tuning-fits-better': () => {
    expect(pairs).toHaveLength(4);
    for (const [left, tuned] of pairs) {
      expect(of(tuned, 'reading.all.loss') / of(left, 'reading.all.loss'), tuned.id).toBeLessThan(0.95);
    }
  },
  'tuning-obeys-less': () => {
    for (const [left, tuned] of pairs) {
      expect(of(left, 'reading.encoded.swap') - of(tuned, 'reading.encoded.swap'), tuned.id).toBeGreaterThan(
        0.02,
      );
    }
  },
  'class-stays': () => {
    for (const [left, tuned] of pairs) {
      const gain = of(tuned, 'reading.all.classAccuracy') - of(left, 'reading.all.classAccuracy');
      expect(Math.abs(gain), tuned.id).toBeLessThan(0.01);
    }
  },
  'learned-images-closer': () => {
    for (const each of all)
      expect(of(each, 'reading.learned.loss') / of(each, 'reading.all.loss'), each.id).toBeLessThan(0.75);
  },
  'start-decides-little': () => {
    const { mean, sd, seeds } = metricOf(standard, 'reading.all.loss');
    expect(seeds).toBe(3);
    expect((sd ?? NaN) / mean).toBeLessThan(1 / 50);
    const { refined = [], unknown } = projectionOf(readRunMetricsOf('amortized', standard.id));
    expect(refined[0]).toBeLessThan(unknown[0]);
  },
};
