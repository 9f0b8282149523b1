/** The claims of the chapter on losses and epochs, held to the metrics, the curves and the pictures of the runs. */
import { expect } from 'vitest';
import type { MetricName } from '../../src/contract/metric-names.ts';
import type { LossName } from '../../src/contract/families/glo.ts';
import { checkpointFiles, previewFile } from '../../src/contract/ids.ts';
import { readEpochRuns } from '../../src/components/figures/epochs/facts.ts';
import { lossSettings } from '../../src/components/figures/losses/facts.ts';
import {
  bothParts,
  findRun,
  sigmasOfRuns,
  type EpochRun,
} from '../../src/components/figures/epochs/state.ts';
import { metricOf, findSetting, readHistory, referenceOf } from '../../src/components/build/metrics.ts';
import { leader, lossMetrics } from '../../src/components/figures/losses/loss-table.ts';
import { describeClaims, type Claims } from './support/claims.ts';
import { allCells, readCells } from '../../src/components/build/read-cells.ts';
import { contentEffect, greyShare, obeyedByEpoch } from './support/epoch-pictures.ts';
import { keptEpochs, type KeptEpoch } from './support/kept-epochs.ts';
import { pageOf } from './support/pages.ts';

const models = 'public/models';
const settings = lossSettings();
const runs = readEpochRuns();

function settingOf(loss: LossName) {
  const setting = settings.find(({ training }) => training.loss === loss);
  if (setting) return setting;
  throw new Error(`There is no model trained on ${loss} at σ 0.3.`);
}

/** Mean over seeds of the model trained on a loss. */
const of = (loss: LossName, metric: MetricName): number => metricOf(settingOf(loss), metric).mean;
const others = (loss: LossName): LossName[] =>
  settings.map(({ training }) => training.loss).filter((each) => each !== loss);

const greyOf = (loss: LossName): number =>
  greyShare(
    (['reconstructions', 'transfers'] as const).flatMap((kind) =>
      allCells(readCells(`${models}/${settingOf(loss).id}/${previewFile(kind)}`)),
    ),
  );

const historyOf = (loss: LossName) => readHistory(settingOf(loss).id);
const sheetOf = ({ id }: EpochRun) => readCells(`${models}/${id}/${checkpointFiles.epochs}`);
const runAt = (sigma: number): EpochRun => findRun(runs, { loss: 'l1+l2', sigma });

/** The first epoch, from 1 on, whose value passes. */
const firstEpoch = (values: readonly number[], passes: (value: number) => boolean): number =>
  values.findIndex(passes) + 1;

const epochBelowFloor = (run: EpochRun): number => {
  const floor = referenceOf('baseline.class-only.loss');
  return firstEpoch(bothParts(run), (loss) => loss < floor);
};

const epochOfHalfEffect = (run: EpochRun): number => {
  const effect = contentEffect(sheetOf(run));
  return firstEpoch(effect, (each) => each > effect[effect.length - 1] / 2);
};

/** Of the eight transfers after each epoch: how many the judge reads as asked. */
const [obeyedWithoutNoise, obeyedWithNoise] = await obeyedByEpoch([sheetOf(runAt(0)), sheetOf(runAt(1))]);

/** Both presets at σ = 0.3, at the stops of the figure's slider. */
const [ofExercise, ofLord] = [
  await keptEpochs('glo-mnist-exercise-sigma0.3'),
  await keptEpochs('glo-mnist-lord-sigma0.3'),
];
const from = (epochs: readonly KeptEpoch[], first: number) => epochs.filter(({ epoch }) => epoch >= first);
const last = (epochs: readonly KeptEpoch[]): KeptEpoch => epochs[epochs.length - 1];

const claims: Claims = {
  'try-own-loss'() {
    const at = (loss: string, metric: MetricName): number =>
      metricOf(findSetting(`glo-mnist-lord-${loss}-sigma0.3`), metric).mean;
    expect(at('l1', 'reconstruction.l1')).toBeLessThan(0.95 * at('l2', 'reconstruction.l1'));
    expect(at('l2', 'reconstruction.l2')).toBeLessThan(0.95 * at('l1', 'reconstruction.l2'));
  },
  'l2-is-greyest': () => {
    expect(greyOf('l1')).toBeLessThan(greyOf('l1+l2'));
    expect(greyOf('l1')).toBeLessThan(greyOf('perceptual'));
    expect(greyOf('l2')).toBeGreaterThan(greyOf('l1+l2'));
    expect(greyOf('l2')).toBeGreaterThan(greyOf('perceptual'));
  },
  'l2-best-at-l2': () => {
    for (const loss of others('l2')) {
      expect(of('l2', 'reconstruction.l2'), loss).toBeLessThan(of(loss, 'reconstruction.l2'));
    }
  },
  'l1-not-best-at-l1': () => {
    expect(of('l1+l2', 'reconstruction.l1')).toBeLessThan(of('l1', 'reconstruction.l1'));
    const last = (loss: LossName): number => historyOf(loss).l1.at(-1) ?? NaN;
    expect(last('l1+l2')).toBeLessThan(last('l1'));
    // One seed more or less does not turn it round.
    const { sd } = metricOf(settingOf('l1+l2'), 'reconstruction.l1');
    expect(of('l1', 'reconstruction.l1') - of('l1+l2', 'reconstruction.l1')).toBeGreaterThan(2 * (sd ?? 0));
  },
  'l1-read-least': () => {
    for (const loss of others('l1')) {
      expect(of('l1', 'reconstruction.accuracy'), loss).toBeLessThan(of(loss, 'reconstruction.accuracy'));
    }
  },
  'l2-samples-farthest': () => {
    for (const loss of others('l2')) {
      expect(of('l2', 'sampler.gaussian.frechet'), loss).toBeGreaterThan(
        1.2 * of(loss, 'sampler.gaussian.frechet'),
      );
    }
  },
  'loss-moves-swap-less': () => {
    const swaps = settings.map((setting) => metricOf(setting, 'swap.accuracy').mean);
    const at = (sigma: number): number =>
      metricOf(findSetting(`glo-mnist-lord-sigma${sigma}`), 'swap.accuracy').mean;
    expect(Math.max(...swaps) - Math.min(...swaps)).toBeLessThan(0.2 * (at(1) - at(0)));
  },
  'perceptual-wins-nothing': () => {
    const perceptual = settings.indexOf(settingOf('perceptual'));
    for (const { metric, better } of lossMetrics) {
      if (better === undefined) continue;
      const means = settings.map((setting) => metricOf(setting, metric).mean);
      const { sd } = metricOf(settingOf('l1+l2'), metric);
      expect(sd, metric).toBeGreaterThan(0);
      expect(leader(means, better, sd ?? 0), metric).not.toBe(perceptual);
    }
  },
  'perceptual-between': () => {
    for (const metric of ['reconstruction.l1', 'reconstruction.l2'] as const) {
      expect(of('perceptual', metric)).toBeGreaterThan(of('l1+l2', metric));
      expect(of('perceptual', metric)).toBeLessThan(of('l1', metric));
    }
  },
  'l2-high-in-l1': () => {
    for (const loss of others('l2')) {
      historyOf('l2').l1.forEach((value, epoch) => {
        expect(value, `${loss}, epoch ${epoch + 1}`).toBeGreaterThan(historyOf(loss).l1[epoch]);
      });
    }
  },
  'l1-high-in-l2': () => {
    for (const loss of others('l1')) {
      historyOf('l1').l2.forEach((value, epoch) => {
        expect(value, `${loss}, epoch ${epoch + 1}`).toBeGreaterThan(historyOf(loss).l2[epoch]);
      });
    }
  },
  'half-in-ten': () => {
    for (const { training } of settings) {
      const error = bothParts(historyOf(training.loss));
      const [first, tenth, last] = [error[0], error[9], error[error.length - 1]];
      expect(first - tenth, training.loss).toBeGreaterThan(0.5 * (first - last));
      // Still falling: the last five epochs are below the five before.
      const mean = (from: number, to: number): number =>
        error.slice(from, to).reduce((sum, each) => sum + each, 0) / (to - from);
      expect(mean(45, 50), training.loss).toBeLessThan(mean(40, 45));
    }
  },
  'class-first': () => {
    for (const run of runs) {
      const effect = contentEffect(sheetOf(run));
      expect(effect[0], run.id).toBeLessThan(0.1 * effect[effect.length - 1]);
    }
  },
  'floor-crossed-later': () => {
    expect(epochBelowFloor(runAt(0))).toBe(3);
    expect(epochBelowFloor(runAt(1))).toBe(7);
    const epochs = sigmasOfRuns(runs, 'l1+l2').map((sigma) => epochBelowFloor(runAt(sigma)));
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
  },
  'noise-delays-content': () => {
    for (const loss of ['l1', 'l2', 'l1+l2'] as const) {
      const sigmas = sigmasOfRuns(runs, loss);
      const epochs = sigmas.map((sigma) => epochOfHalfEffect(findRun(runs, { loss, sigma })));
      expect(epochs, loss).toEqual(epochs.toSorted((a, b) => a - b));
      if (sigmas.includes(0) && sigmas.includes(1)) {
        expect(epochs[sigmas.indexOf(1)], loss).toBeGreaterThan(2 * epochs[sigmas.indexOf(0)]);
      }
    }
  },
  'codes-grow-alike-at-first': () => {
    const sizes = sigmasOfRuns(runs, 'l1+l2').map((sigma) => readHistory(runAt(sigma).id).contentCodeRms);
    const ratioAt = (epoch: number): number => {
      const values = sizes.map((curve) => curve[epoch - 1]);
      return Math.max(...values) / Math.min(...values);
    };
    for (const epoch of [1, 2, 3, 4, 5]) expect(ratioAt(epoch), `epoch ${epoch}`).toBeLessThan(1.4);
    expect(ratioAt(50)).toBeGreaterThan(2);
  },
  'early-transfers-obey': () => {
    expect(obeyedWithoutNoise[1]).toBe(8);
    expect(obeyedWithoutNoise.at(-1)).toBe(6);
    expect(obeyedWithNoise.slice(2)).toEqual(obeyedWithNoise.slice(2).map(() => 8));
  },
  'shared-early': () => {
    for (const what of ['ink', 'slant'] as const) {
      const best = Math.max(...ofLord.map(({ agreement }) => agreement[what]));
      for (const { epoch, agreement } of from(ofLord, 4)) {
        expect(agreement[what], `${what}, epoch ${epoch}`).toBeGreaterThan(best - 0.05);
      }
      for (const { epoch, agreement } of ofLord.filter((each) => each.epoch < 4)) {
        expect(agreement[what], `${what}, epoch ${epoch}`).toBeLessThan(best - 0.2);
      }
    }
    // Much less than later on, and only then louder.
    const spreads = ofLord.map(({ spread }) => spread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => a - b));
    expect(from(ofLord, 4)[0].spread).toBeLessThan(0.4 * last(ofLord).spread);
  },
  'shared-never': () => {
    const heard = from(ofExercise, 2);
    const spreads = heard.map(({ spread }) => spread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => a - b));
    for (const what of ['ink', 'slant'] as const) {
      expect(heard[0].agreement[what]).toBeLessThan(0.5);
      expect(last(heard).agreement[what]).toBeLessThan(0.5 * heard[0].agreement[what]);
    }
    // Later than in the other preset.
    from(ofExercise, 4).forEach(({ epoch, spread }, i) => {
      expect(spread, `epoch ${epoch}`).toBeLessThan(from(ofLord, 4)[i].spread);
    });
  },
  'obeys-ever-less': () => {
    const [second, ...later] = from(ofLord, 2);
    expect(second.numTransfers).toBe(900);
    expect(second.numObeyed).toBe(second.numTransfers);
    later.forEach(({ epoch, numObeyed }, i) => {
      expect(numObeyed, `epoch ${epoch}`).toBeLessThan(i === 0 ? second.numObeyed : later[i - 1].numObeyed);
    });
  },
  'short-losses-edges': () => {
    const greys = settings.map(({ training }) => ({ loss: training.loss, grey: greyOf(training.loss) }));
    const order = greys.toSorted((a, b) => a.grey - b.grey).map(({ loss }) => loss);
    expect([order[0], order[order.length - 1]]).toEqual(['l1', 'l2']);
  },
  'short-losses-l1': () => {
    for (const loss of others('l1')) {
      expect(of('l1', 'reconstruction.accuracy'), loss).toBeLessThan(of(loss, 'reconstruction.accuracy'));
    }
  },
  'short-losses-sum': () => {
    const { mean, sd } = metricOf(settingOf('l1+l2'), 'reconstruction.l1');
    expect(mean + 2 * (sd ?? 0)).toBeLessThan(of('l1', 'reconstruction.l1'));
  },
  'short-losses-order': () => {
    for (const sigma of [0, 1]) {
      const effect = contentEffect(sheetOf(runAt(sigma)));
      expect(effect[0], String(sigma)).toBeLessThan(0.1 * effect[effect.length - 1]);
    }
    expect(epochOfHalfEffect(runAt(1))).toBeGreaterThan(epochOfHalfEffect(runAt(0)));
  },
  'short-losses-obedience': () => {
    expect(obeyedWithoutNoise[1]).toBeGreaterThan(obeyedWithoutNoise[obeyedWithoutNoise.length - 1]);
    const shares = ofLord.map(({ numObeyed, numTransfers }) => numObeyed / numTransfers);
    expect(shares[shares.length - 1]).toBeLessThan(Math.max(...shares));
  },
};

describeClaims([pageOf('losses')], claims);
