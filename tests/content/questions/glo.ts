/** Questions on GLO: claims of their answers, and what the exercise and its reports claim. */
import { expect } from 'vitest';
import { withGenerator } from '../../../src/components/build/generator.ts';
import { withJudge } from '../../../src/components/build/judge.ts';
import { findSetting, readHistory, referenceOf } from '../../../src/components/build/metrics.ts';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import { predictClasses } from '../../../src/networks/classifier/classifier.ts';
import { samples } from '../../../src/networks/generator/codes.ts';
import type { Claims } from '../support/claims.ts';
import { keptEpochs } from '../support/kept-epochs.ts';
import { isFalling, isRising } from '../support/numbers.ts';
import { of, sdOf, type Parts } from './found.ts';

const sigmas = [0, 0.1, 0.3, 0.5, 0.7, 1, 2, 5];
type Preset = 'exercise' | 'lord';
const glo = (preset: Preset, sigma: number, metric: MetricName): number =>
  of(`glo-mnist-${preset}-sigma${sigma}`, metric);
const over = (preset: Preset, metric: MetricName): number[] =>
  sigmas.map((sigma) => glo(preset, sigma, metric));
const exerciseBy = (loss: 'l1' | 'l1+l2', sigma: number, metric: MetricName): number =>
  of(`glo-mnist-exercise-${loss === 'l1' ? 'l1-' : ''}sigma${sigma}`, metric);

/** What the judge reads most often in a row of pictures with one class code, as a share of the row; mean over rows. */
const rowsReadAlike = async (classCodes: 'learned' | 'random'): Promise<number> => {
  const [classes, perClass, seeds] = [Array.from({ length: 10 }, (_, label) => label), 50, [1, 2, 3]];
  const shares = await withJudge((classify) =>
    withGenerator('glo-mnist-lord-sigma0.3', ({ checkpoint, predict }) =>
      seeds.flatMap((seed) => {
        const drawn = { classes, perClass, prior: 'fitted', temperature: 1, seed, classCodes } as const;
        const read = predictClasses(classify(predict(samples(checkpoint, drawn))));
        return classes.map((row) => {
          const digits = read.slice(row * perClass, (row + 1) * perClass);
          const counts = classes.map((label) => digits.filter((digit) => digit === label).length);
          return Math.max(...counts) / perClass;
        });
      }),
    ),
  );
  if (!shares) throw new Error('There is no judge in public/models.');
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
};
/** Both of the same model, at σ = 0.3. */
const readAlike = { learned: await rowsReadAlike('learned'), random: await rowsReadAlike('random') };
const ofLord = await keptEpochs('glo-mnist-lord-sigma0.3');

export const gloClaims: Claims = {
  'exercise-as-asked': () => {
    const { training, dataset, model } = findSetting('glo-mnist-exercise-sigma0.3');
    expect(training).toMatchObject({ loss: 'l1+l2', numEpochs: 50, contentNoiseStd: 0.3 });
    expect(Object.values(training.learningRates)).toEqual([0.001, 0.001, 0.001]);
    expect(dataset.numTrainingImages).toBe(2000);
    expect([model.classDim, model.contentDim]).toEqual([25, 25]);
  },
  'exercise-breaks-too': () => {
    const obeyed = over('exercise', 'swap.accuracy').slice(0, 6);
    expect(obeyed[0]).toBeLessThan(0.9);
    expect(isRising(obeyed)).toBe(true);
  },
  'decay-helps': () => {
    const [plain, decayed] = ['glo-mnist-lord-sigma0.3', 'glo-mnist-lord-decay0.001-sigma0.3'];
    const gain = of(decayed, 'swap.accuracy') - of(plain, 'swap.accuracy');
    expect(gain).toBeGreaterThan(2 * sdOf(plain, 'swap.accuracy'));
    const cost = of(decayed, 'reconstruction.l1') / of(plain, 'reconstruction.l1');
    expect(cost).toBeGreaterThan(1.05);
    expect(cost).toBeLessThan(1.15);
  },
  'drawn-class-has-no-digit': () => {
    expect(readAlike.random).toBeLessThan(0.5);
    expect(readAlike.learned).toBeGreaterThan(0.9);
  },
  'class-gaussian-mends': () => {
    const ratio =
      glo('lord', 0, 'sampler.class-gaussian.frechet') / glo('lord', 0.3, 'sampler.class-gaussian.frechet');
    expect(ratio).toBeLessThan(1.05);
  },
  'exercise-samples-without-noise': () => {
    for (const metric of ['sampler.gaussian.frechet', 'sampler.standard.frechet'] as const) {
      expect(glo('exercise', 0, metric)).toBeLessThan(glo('exercise', 0.3, metric));
    }
  },
  'l1-at-a-tenth-beaten': () => {
    for (const metric of ['reconstruction.l1', 'reconstruction.l2'] as const) {
      expect(exerciseBy('l1+l2', 0.1, metric)).toBeLessThan(exerciseBy('l1', 0.1, metric));
    }
    for (const metric of ['reconstruction.accuracy', 'swap.accuracy'] as const) {
      expect(exerciseBy('l1+l2', 0.1, metric)).toBeGreaterThan(exerciseBy('l1', 0.1, metric));
    }
  },
  'l1-better-without-noise': () => {
    const levels = [0, 0.1, 0.5, 1];
    expect(isRising(levels.map((sigma) => exerciseBy('l1', sigma, 'reconstruction.l1')))).toBe(true);
    expect(isRising(levels.map((sigma) => exerciseBy('l1', sigma, 'swap.accuracy')))).toBe(true);
  },
};

export const gloParts: Parts = {
  'class-from-content': () => [
    glo('exercise', 0, 'probe.mlp.clean') > referenceOf('probe.majority') + 0.02,
    isFalling(over('lord', 'probe.mlp.clean')),
  ],
  'leaks-when-little': () => [
    glo('lord', 0, 'probe.mlp.clean') > 2 * referenceOf('probe.majority'),
    glo('lord', 0, 'swap.source') > 0.5 * (1 - glo('lord', 0, 'swap.accuracy')),
    glo('exercise', 0, 'probe.mlp.clean') > referenceOf('probe.majority') + 0.02,
  ],
  'alike-when-much': () =>
    (['exercise', 'lord'] as const).flatMap((preset) => [
      isFalling(over(preset, 'diversity')),
      glo(preset, 5, 'diversity') < 0.01,
    ]),
  'norm-penalty': () => [
    of('glo-mnist-lord-decay0.001-sigma0.3', 'swap.accuracy') <= glo('lord', 0.3, 'swap.accuracy'),
    of('glo-mnist-lord-decay0.01-sigma0.3', 'reconstruction.l1') >= glo('lord', 2, 'reconstruction.l1'),
  ],
  'sum-of-losses': () =>
    (['l1', 'l2'] as const).map((loss) => {
      const metric = `reconstruction.${loss}` as const;
      return glo('lord', 0.3, metric) < of(`glo-mnist-lord-${loss}-sigma0.3`, metric);
    }),
  'drawn-class-codes': () => [readAlike.random > 0.2, readAlike.random > 0.9 * readAlike.learned],
  'samples-after-little': () =>
    (['exercise', 'lord'] as const).map((preset) => {
      const metric = 'sampler.gaussian.frechet';
      return glo(preset, 0, metric) > 1.2 * glo(preset, 0.3, metric);
    }),
  'loss-by-noise': () => [
    isRising(over('exercise', 'reconstruction.loss')),
    isRising([0, 1e-100, 1e-20].map((sigma) => exerciseBy('l1+l2', sigma, 'reconstruction.loss'))),
  ],
  'best-setting': () =>
    (['reconstruction.l1', 'reconstruction.l2', 'reconstruction.loss'] as const).map(
      (metric) => exerciseBy('l1', 0.1, metric) < exerciseBy('l1+l2', 0.1, metric),
    ),
  'epoch-by-epoch': () => [
    isFalling(readHistory('glo-mnist-lord-sigma0.3').loss.filter((_, epoch) => epoch % 10 === 0)),
    isRising(ofLord.map(({ numObeyed }) => numObeyed)),
  ],
  'any-class': () => [glo('lord', 5, 'swap.accuracy') > 0.999, glo('lord', 0, 'swap.accuracy') > 0.99],
};
