/** The claims of the chapter on adversarial networks, held to the metrics, the curves and the networks of the runs. */
import { expect } from 'vitest';
import {
  ganSetting,
  ganSettings,
  settingsCompared,
  type GanSetting,
} from '../../src/components/build/gan-series.ts';
import { readManifestOf } from '../../src/components/build/manifests.ts';
import { findSetting, metricOf, readAllMetrics, readHistoryOf } from '../../src/components/build/metrics.ts';
import { epochArithmetic } from '../../src/components/figures/adversary/courses-facts.ts';
import { correlationsWithScore, runIdsOf } from '../../src/components/figures/adversary/criteria.ts';
import { softnessOfGan, softnessOfVae } from '../../src/components/figures/adversary/softness.ts';
import type { GanHistory } from '../../src/contract/families/gan.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { meanOf } from '../../src/contract/statistics.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { pageOf } from './support/pages.ts';

const dcgan = ganSetting('gan-mnist-dcgan-noise0.1');
const sn = ganSetting('gan-mnist-sn');
const slowDcgan = ganSetting('gan-mnist-dcgan-noise0.1-rate0.0002');
const fastDcgan = ganSetting('gan-mnist-dcgan-noise0.1-rate0.005');
const hastyDcgan = ganSetting('gan-mnist-dcgan-noise0.1-rate0.02');
const slowSn = ganSetting('gan-mnist-sn-rate0.0002');
const wgan = ganSetting('gan-mnist-wgan-n5');
const wganSn = ganSetting('gan-mnist-wgan-sn-n5');
const wganGp = ganSetting('gan-mnist-wgan-gp-n5');
const vaeId = 'vae-mnist-conv-variance0.0003';

const score = 'generated.standard.inception';
const distance = 'generated.standard.frechet';

/** Mean over seeds. */
const of = (setting: GanSetting, metric: MetricName): number => metricOf(setting, metric).mean;
const spreadOf = (setting: GanSetting, metric: MetricName): number => metricOf(setting, metric).sd ?? 0;

/** How far the first is below the second, in the larger of their standard deviations over seeds. */
function expectClearlyBelow(first: GanSetting, second: GanSetting, metric: MetricName): void {
  expect(of(second, metric) - of(first, metric), `${first.id}, ${second.id}`).toBeGreaterThan(
    Math.max(spreadOf(first, metric), spreadOf(second, metric)),
  );
}

/** The curves of each seed. */
const historiesOf = (setting: GanSetting): readonly GanHistory[] =>
  runIdsOf(setting).map((id) => readHistoryOf('gan', id));

/** The mean of an epoch and its two neighbours: single ones jump. */
const around = (values: readonly number[], epoch: number): number =>
  meanOf(values.slice(epoch - 2, epoch + 1));

const last = (values: readonly number[]): number => values[values.length - 1];

/** With cross-entropy, at the rate 0.001. */
const balanced = [dcgan, sn, ganSetting('gan-mnist-dcgan-noise0'), ganSetting('gan-mnist-dcgan-noise0.3')];

const claims: Claims = {
  'try-best-gan'() {
    const gans = ganSettings();
    expect(gans.length).toBeGreaterThan(10);
    const others = gans.filter(({ id }) => id !== wganGp.id);
    for (const other of others) expect(of(other, distance), other.id).toBeGreaterThan(of(wganGp, distance));
  },
  'short-gan-draws': () => {
    for (const { setting } of settingsCompared('methods')) {
      expect(setting.training.numEpochs * setting.training.stepsPerEpoch).toBe(5000);
      expect(of(setting, 'generated.standard.smallestClass'), setting.id).toBeGreaterThan(0.01);
      for (const { inception } of historiesOf(setting))
        expect(last(inception), setting.id).toBeGreaterThan(4);
    }
    for (const { id } of ganSettings()) expect(readManifestOf('gan', id).ending.kind, id).toBe('finished');
  },
  'short-gan-sn': () => {
    expectClearlyBelow(sn, dcgan, score);
    expect(of(slowSn, score) - of(slowDcgan, score)).toBeGreaterThan(0.3);
  },
  'short-gan-penalty': () => {
    expectPenaltyBest();
    expectNearPenalty(fastDcgan);
  },
  'short-gan-loss': () => {
    for (const setting of [dcgan, sn]) {
      for (const { generatorLoss, inception } of historiesOf(setting)) {
        const below = generatorLoss.findIndex((loss) => loss < 1);
        expect(last(inception) - inception[below], setting.id).toBeGreaterThan(0.5);
      }
    }
  },
  'short-gan-vae': () => {
    expectHarder();
    expectNearVae(wgan);
  },
  'gan-near-balance': () => {
    for (const { discriminatorLoss, generatorLoss } of [dcgan, sn].flatMap(historiesOf)) {
      expect(Math.abs(last(discriminatorLoss) - Math.log(4))).toBeLessThan(0.15);
      expect(Math.abs(last(generatorLoss) - Math.log(2))).toBeLessThan(0.15);
    }
  },
  'gan-still-told': () => {
    for (const setting of balanced) {
      expect(of(setting, 'discriminator.unseenAccuracy'), setting.id).toBeGreaterThan(0.53);
    }
  },
  'gan-order': () => {
    for (const ahead of [dcgan, sn]) {
      expectApart(ahead, wgan);
    }
  },
  'gan-penalty-best': () => expectPenaltyBest(),
  'gan-sn-distance': () => {
    const difference = Math.abs(of(dcgan, distance) - of(sn, distance));
    expect(difference).toBeLessThan(Math.max(spreadOf(dcgan, distance), spreadOf(sn, distance)));
  },
  'gan-rate-sn': () => {
    expect(of(slowSn, score) - of(slowDcgan, score)).toBeGreaterThan(0.3);
    expect(of(slowDcgan, distance) / of(slowSn, distance)).toBeGreaterThan(1.1);
  },
  'gan-equal-work': () => {
    expect(costOf(wgan)).toBeGreaterThan(3);
    expect(costOf(wganSn)).toBeGreaterThan(3);
    expect(Math.round(costOf(wganGp))).toBe(5);
    for (const setting of [wgan, wganSn, wganGp]) expectBehindAtEqualWork(setting);
  },
  'gan-critic-steps': () => {
    const means = [1, 2, 5].map((steps) => of(ganSetting(`gan-mnist-wgan-n${steps}`), score));
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(spreadOf(wgan, score));
  },
  'gan-critic-twenty': () => {
    const most = ganSetting('gan-mnist-wgan-n20');
    expectClearlyBelow(most, wgan, score);
    expectClearlyBelow(wgan, most, distance);
  },
  'gan-critic-sn': () => expectApart(wganSn, wgan),
  'gan-critic-sn-twenty': () => {
    const most = ganSetting('gan-mnist-wgan-sn-n20');
    expect(Math.abs(of(most, score) - of(wganSn, score))).toBeLessThan(spreadOf(wganSn, score));
    for (const { inception } of [most, wganSn].flatMap(historiesOf)) {
      expect(Math.max(...inception) - last(inception)).toBeLessThan(0.25);
    }
  },
  'gan-label-noise': () => {
    const scores = settingsCompared('label-noise').map(({ setting }) => of(setting, score));
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.2);
    for (const { setting } of settingsCompared('label-noise')) {
      expect(readManifestOf('gan', setting.id).ending.kind).toBe('finished');
    }
  },
  'gan-fast-rate': () => expectNearPenalty(fastDcgan),
  'gan-rate': () => {
    for (const [slow, fast] of [
      [slowDcgan, dcgan],
      [slowSn, sn],
    ] as const) {
      expect(of(fast, score) - of(slow, score)).toBeGreaterThan(1);
    }
  },
  'gan-collapse': () => {
    const [{ inception, discriminatorLoss, generatorLoss }] = historiesOf(hastyDcgan);
    expect(inception[5]).toBeGreaterThan(5.5);
    expect(inception[6]).toBeLessThan(1.3);
    for (const loss of [discriminatorLoss, generatorLoss]) expect(loss[6]).toBeGreaterThan(40 * loss[5]);
  },
  'gan-collapse-recovers': () => {
    const [{ inception }] = historiesOf(hastyDcgan);
    expect(last(inception)).toBeGreaterThan(5);
    expect(Math.max(...inception.slice(6))).toBeLessThan(Math.max(...inception.slice(0, 6)));
  },
  'gan-begins-alike': () => {
    for (const { inception } of historiesOf(slowDcgan)) expect(inception[0]).toBeLessThan(1.3);
  },
  'gan-classes-left': () => {
    for (const setting of ganSettings()) {
      expect(of(setting, 'generated.standard.smallestClass'), setting.id).toBeGreaterThan(0.01);
      expect(of(setting, 'generated.standard.smallestClass'), setting.id).toBeLessThan(0.1);
    }
  },
  'gan-loss-rests': () => {
    const passed = [dcgan, sn]
      .flatMap(historiesOf)
      .map(({ generatorLoss }) => 1 + generatorLoss.findIndex((loss) => loss < 1));
    expect([Math.min(...passed), Math.max(...passed)]).toEqual([2, 12]);
  },
  'gan-loss-rises': () => {
    for (const { generatorLoss, inception } of historiesOf(slowDcgan)) {
      expect(generatorLoss[2]).toBeGreaterThan(1.2 * generatorLoss[0]);
      expect(inception[2]).toBeGreaterThan(1.2 * inception[0]);
    }
    for (const { generatorLoss, inception } of historiesOf(fastDcgan)) {
      expect(last(generatorLoss)).toBeGreaterThan(1.1 * generatorLoss[9]);
      expect(around(inception, 19) - around(inception, 10)).toBeGreaterThan(0.2);
    }
  },
  'gan-estimate-falls': () => {
    for (const steps of [1, 2, 5, 20]) {
      const setting = ganSetting(`gan-mnist-wgan-n${steps}`);
      for (const fall of correlationsWithScore(setting, 'estimate'))
        expect(fall, setting.id).toBeLessThan(-0.8);
      for (const any of correlationsWithScore(setting, 'generatorLoss')) {
        expect(Math.abs(any), setting.id).toBeLessThan(0.5);
      }
    }
  },
  'gan-two-judges': () => {
    const [none, some, much] = settingsCompared('label-noise').map(({ setting }) => setting);
    expect(of(much, distance)).toBeLessThan(of(some, distance) - spreadOf(some, distance));
    expect(of(much, distance)).toBeLessThan(of(none, distance) - spreadOf(some, distance));
  },
  'gan-harder': () => expectHarder(),
  'gan-vae-distance': () => {
    const share = (setting: GanSetting): number => of(setting, distance) / ofVae(distance);
    for (const setting of [dcgan, sn, wganSn]) {
      expect(share(setting), setting.id).toBeGreaterThan(0.4);
      expect(share(setting), setting.id).toBeLessThan(0.55);
    }
    expect(Math.abs(share(wganGp) - 0.25)).toBeLessThan(0.03);
    expectNearVae(wgan);
  },
  'gan-improves-near-chance': () => {
    for (const { inception, generatorLoss, discriminatorLoss } of historiesOf(dcgan)) {
      expect(around(inception, 19) - around(inception, 10)).toBeGreaterThan(0.5);
      for (const losses of [generatorLoss, discriminatorLoss]) {
        expect(Math.abs(last(losses) - losses[9])).toBeLessThan(0.3);
      }
    }
  },
};

/** Every seed of the first has the higher score and the lower distance. */
function expectApart(ahead: GanSetting, behind: GanSetting): void {
  expect(of(ahead, score) - of(behind, score)).toBeGreaterThan(
    2 * Math.max(spreadOf(ahead, score), spreadOf(behind, score)),
  );
  expect(of(behind, distance) - of(ahead, distance)).toBeGreaterThan(
    2 * Math.max(spreadOf(ahead, distance), spreadOf(behind, distance)),
  );
}

/** Of a generator step, in those of DCGAN. */
const costOf = ({ id }: GanSetting): number => epochArithmetic(id) / epochArithmetic(dcgan.id);

/** After the epoch in which the work of all epochs of DCGAN is done. */
function expectBehindAtEqualWork(setting: GanSetting): void {
  const epoch = Math.ceil(dcgan.training.numEpochs / costOf(setting));
  for (const { inception } of historiesOf(setting)) {
    expect(inception[epoch - 1], setting.id).toBeLessThan(of(dcgan, 'inception.late'));
  }
}

/** In both measures, for a fifth of its work. */
function expectNearPenalty(setting: GanSetting): void {
  expect(of(wganGp, score) - of(setting, score)).toBeLessThan(0.15);
  expect(of(setting, distance) / of(wganGp, distance)).toBeLessThan(1.25);
  expect(Math.round(costOf(wganGp) / costOf(setting))).toBe(5);
}

function expectPenaltyBest(): void {
  for (const { setting } of settingsCompared('methods')) {
    if (setting.id !== wganGp.id) expectApart(wganGp, setting);
  }
}

const ofVae = (metric: MetricName): number => metricOf(findSetting(vaeId, readAllMetrics()), metric).mean;

function expectNearVae(setting: GanSetting): void {
  expect(Math.abs(of(setting, distance) - ofVae(distance))).toBeLessThan(spreadOf(setting, distance));
}

function expectHarder(): void {
  expect(Math.abs(softnessOfVae(vaeId) - 0.88)).toBeLessThan(0.03);
  for (const { setting } of settingsCompared('methods')) {
    expect(Math.abs(softnessOfGan(setting.id) - 0.5), setting.id).toBeLessThan(0.06);
  }
}

describeClaims([pageOf('adversary')], claims);
