/** Questions on GANs: claims of their answers, and what the course project and the project on Wasserstein GANs claim. */
import { expect } from 'vitest';
import {
  readHistoryOf,
  readRunMetricsOf,
  referenceOf,
  runMetricOf,
} from '../../../src/components/build/metrics.ts';
import type { GanHistory } from '../../../src/contract/families/gan.ts';
import { meanOf } from '../../../src/contract/statistics.ts';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import type { Claims } from '../support/claims.ts';
import { isRising } from '../support/numbers.ts';
import { of, sdOf, type Parts } from './found.ts';

const plain = 'gan-mnist-dcgan-noise0.1';
const withNorm = 'gan-mnist-sn';
const slow = '-rate0.0002';
const wasserstein = (constraint: '' | '-sn', criticSteps: number): string =>
  `gan-mnist-wgan${constraint}-n${criticSteps}`;

const withPenalty = 'gan-mnist-wgan-gp-n5';
/** With three seeds each. */
const methods = [plain, withNorm, wasserstein('', 5), wasserstein('-sn', 5), withPenalty];
const seeds = ['', '-seed2', '-seed3'];

/** Of three seeds, after each epoch. */
const coursesOf = (id: string): readonly GanHistory[] =>
  seeds.map((seed) => readHistoryOf('gan', `${id}${seed}`));
const ends = (curve: readonly number[]): readonly [number, number] => [curve[0], curve[curve.length - 1]];

const measures = ['generated.standard.inception', 'generated.standard.frechet'] as const;

/** In both measures, every seed of the first before every seed of the second. */
function expectAhead(first: string, second: string): void {
  const [better, worse] = [first, second].map((id) =>
    measures.map((metric) =>
      seeds.map((seed) => runMetricOf(readRunMetricsOf('gan', `${id}${seed}`), metric)),
    ),
  );
  expect(Math.min(...better[0]), `${first}, ${second}`).toBeGreaterThan(Math.max(...worse[0]));
  expect(Math.max(...better[1]), `${first}, ${second}`).toBeLessThan(Math.min(...worse[1]));
}

/** Losses where nobody can tell pictures from images. */
const draw = { discriminator: 2 * Math.log(2), generator: Math.log(2) };
const isNear = (value: number, target: number, share: number): boolean =>
  Math.abs(value / target - 1) < share;

/** Mean score in each quarter of training. */
const quartersOf = ({ inception }: GanHistory): number[] => {
  const length = inception.length / 4;
  return [0, 1, 2, 3].map((quarter) => meanOf(inception.slice(quarter * length, (quarter + 1) * length)));
};

/** Scores of an epoch at which the generator's loss is below a threshold. */
const scoresAtLoss = ({ generatorLoss, inception }: GanHistory, threshold: number): number[] =>
  inception.filter((_, epoch) => generatorLoss[epoch] < threshold);

export const ganClaims: Claims = {
  'slow-rate-discriminator-first': () => {
    const { discriminatorLoss, generatorLoss } = readHistoryOf('gan', `${plain}${slow}`);
    for (const epoch of [1, 2]) {
      expect(discriminatorLoss[epoch]).toBeLessThan(0.2);
      expect(generatorLoss[epoch]).toBeGreaterThan(3);
    }
  },
  'fast-rate-ahead': () => {
    const fast = `${plain}-rate0.005`;
    const lead = of(fast, 'inception.late') - of(plain, 'inception.late');
    expect(lead).toBeGreaterThan(2 * sdOf(plain, 'inception.late'));
    const { generatorLoss } = readHistoryOf('gan', fast);
    const seventh = generatorLoss[6];
    expect(seventh).toBe(Math.min(...generatorLoss));
    expect(generatorLoss[generatorLoss.length - 1]).toBeGreaterThan(1.1 * seventh);
  },
  'same-loss-other-pictures': () => {
    for (const course of coursesOf(withNorm)) expect(scoresAtLoss(course, 0.8)[0]).toBeLessThan(5);
    const scores = coursesOf(plain).flatMap((course) => scoresAtLoss(course, 0.8));
    expect(scores.length).toBeGreaterThan(0);
    for (const score of scores) expect(score).toBeGreaterThan(6);
  },
  'games-end-in-a-draw': () => {
    for (const { discriminatorLoss, generatorLoss, inception } of coursesOf(withNorm)) {
      const from = 7;
      const end = discriminatorLoss.length - 1;
      for (const loss of discriminatorLoss.slice(from)) {
        expect(isNear(loss, discriminatorLoss[from], 0.05)).toBe(true);
      }
      expect(generatorLoss[end]).toBeLessThan(generatorLoss[from]);
      expect(inception[end]).toBeGreaterThan(inception[from] + 0.5);
      expect(isNear(discriminatorLoss[end], draw.discriminator, 0.05)).toBe(true);
      expect(isNear(generatorLoss[end], draw.generator, 0.05)).toBe(true);
    }
  },
  'losses-go-there': () => {
    for (const { discriminatorLoss, generatorLoss, inception } of coursesOf(plain)) {
      for (const curve of [discriminatorLoss, inception]) {
        const [first, last] = ends(curve);
        expect(last).toBeGreaterThan(1.5 * first);
      }
      const [first, last] = ends(generatorLoss);
      expect(last).toBeLessThan(first / 2);
    }
  },
  'no-loss-beyond-a-draw': () => {
    for (const { discriminatorLoss, generatorLoss } of [plain, withNorm].flatMap(coursesOf)) {
      expect(Math.max(...discriminatorLoss)).toBeLessThan(draw.discriminator);
      expect(Math.min(...generatorLoss)).toBeGreaterThan(draw.generator);
    }
  },
  'ahead-and-late': () => {
    const early = ({ discriminatorLoss, inception }: GanHistory) => ({
      loss: Math.max(...discriminatorLoss.slice(0, 3)),
      score: Math.max(...inception.slice(0, 3)),
    });
    const [ahead, ...others] = coursesOf(plain)
      .map(early)
      .toSorted((a, b) => a.loss - b.loss);
    expect(ahead.loss).toBeLessThan(0.5);
    expect(ahead.score).toBeLessThan(1.5);
    for (const { score } of others) expect(score).toBeGreaterThan(4);
    const ends = coursesOf(plain).map(({ inception }) => inception[inception.length - 1]);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.3);
  },
  'clipping-is-behind': () => {
    for (const other of [plain, withNorm, wasserstein('-sn', 5)]) expectAhead(other, wasserstein('', 5));
  },
  'penalty-leads': () => {
    for (const other of methods.filter((id) => id !== withPenalty)) expectAhead(withPenalty, other);
  },
  'measures-agree-at-ends': () => {
    const [inception, frechet] = measures.map((metric) =>
      methods.toSorted((a, b) => of(a, metric) - of(b, metric)),
    );
    expect([inception[0], inception[4]]).toEqual([frechet[4], frechet[0]]);
  },
  'five-rise': () => {
    for (const course of coursesOf(wasserstein('-sn', 5))) expect(isRising(quartersOf(course))).toBe(true);
  },
  'twenty-rise-too': () => {
    const course = readHistoryOf('gan', wasserstein('-sn', 20));
    expect(isRising(quartersOf(course))).toBe(true);
    expect(course.inception[course.inception.length - 1]).toBe(Math.max(...course.inception));
  },
  'two-steps-stay': () => {
    const [one, two, five] = [1, 2, 5].map((steps) => wasserstein('', steps));
    expect(of(two, 'inception.late')).toBeGreaterThan(
      of(five, 'inception.late') - sdOf(five, 'inception.late'),
    );
    expect(of(two, 'inception.lateSd')).toBeLessThanOrEqual(of(one, 'inception.lateSd'));
  },
  'sn-behind-at-fast-rate': () => {
    for (const metric of ['inception.best', 'inception.late'] as const) {
      const lead = of(plain, metric) - of(withNorm, metric);
      expect(lead, metric).toBeGreaterThan(Math.max(sdOf(plain, metric), sdOf(withNorm, metric)));
    }
  },
  'sn-ahead-at-slow-rate': () => {
    for (const metric of ['inception.best', 'inception.late'] as const) {
      const lead = of(`${withNorm}${slow}`, metric) - of(`${plain}${slow}`, metric);
      expect(Math.abs(lead - 0.5), metric).toBeLessThan(0.1);
    }
  },
  'sn-starts-at-once': () => {
    const late = coursesOf(plain).filter(({ inception }) => Math.max(...inception.slice(0, 3)) < 1.5);
    expect(late).toHaveLength(1);
    for (const { inception } of coursesOf(withNorm)) expect(inception[0]).toBeGreaterThan(3);
  },
};

export const ganParts: Parts = {
  'stop-at-low-loss': () => [coursesOf(withNorm).every((course) => scoresAtLoss(course, 0.8)[0] > 6)],
  'ideal-losses': () =>
    [plain, withNorm]
      .flatMap(coursesOf)
      .flatMap(({ discriminatorLoss, generatorLoss }) => [
        Math.max(...discriminatorLoss) > draw.discriminator,
        Math.min(...generatorLoss) < draw.generator,
      ]),
  'critic-steps': () => {
    const clipped = [1, 2, 5, 20].map((steps) => wasserstein('', steps));
    const isMost = (steps: number, metric: MetricName): boolean => {
      const own = of(wasserstein('', steps), metric);
      return clipped.every((id) => of(id, metric) <= own);
    };
    return [isMost(1, 'inception.best'), isMost(5, 'inception.late'), isMost(2, 'inception.lateSd')];
  },
  'inception-as-judge': () => [
    of(withPenalty, measures[0]) > of(wasserstein('', 5), measures[0]),
    of('glo-mnist-exercise-sigma5', 'sampler.gaussian.inception') < referenceOf('real.inception'),
  ],
  'critic-steps-with-sn': () => [
    coursesOf(wasserstein('-sn', 5)).every((course) => isRising(quartersOf(course))),
    !isRising(quartersOf(readHistoryOf('gan', wasserstein('-sn', 20)))),
  ],
  'sn-slightly-better': () =>
    ['', slow].map((rate) =>
      (['inception.best', 'inception.late'] as const).every(
        (metric) => of(`${withNorm}${rate}`, metric) > of(`${plain}${rate}`, metric),
      ),
    ),
};
