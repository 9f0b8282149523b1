/** Every `<Claim id="…">` of the first chapters, held to metrics and committed checkpoints: when the runs stop supporting a sentence, its test fails. */
import { expect } from 'vitest';
import type { GloManifest } from '../../src/contract/families/glo.ts';
import type { MetricName } from '../../src/contract/metric-names.ts';
import { allEntries, readManifestOf } from '../../src/components/build/manifests.ts';
import {
  projectionOf,
  readRunMetrics,
  referenceOf,
  runMetricOf,
} from '../../src/components/build/metrics.ts';
import { readTransfers } from '../../src/components/build/read-transfers.ts';
import { readMapMeaning } from '../../src/components/figures/content-map/facts.ts';
import { bridges } from '../../src/components/figures/interpolation/bridge.ts';
import { readRecording } from '../../src/components/figures/slow-motion/facts.ts';
import { wallAt } from '../../src/components/figures/slow-motion/pictures.ts';
import { imageLength } from '../../src/components/figures/slow-motion/recording.ts';
import { rootMeanSquare } from '../../src/numerics/arrays.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { createAdam } from '../../src/numerics/adam.ts';
import { initializeModel } from '../../training/methods/glo/model.ts';
import { unseenClaims } from './support/unseen-claims.ts';
import { tryClaims } from './support/try-claims.ts';
import { walkClaims } from './support/walk-claims.ts';
import { describeClaims, pagesWithoutOwnFile, type Claims } from './support/claims.ts';
import { presetNames } from '../../src/contract/families/glo.ts';
import { contentCodesOf, measured, presets, runAt, runsOf } from './support/checkpoints.ts';
import {
  correlation,
  effectiveDimension,
  isFalling,
  isRising,
  meanNearestDistance,
} from './support/numbers.ts';

/** The size of the codes from which no conclusion is drawn about a few hundredths. */
const aboutOne = { from: 0.95, to: 1.05 };

const sigmaOf = ({ training }: GloManifest): number => training.contentNoiseStd;
const evalLoss = (run: GloManifest): number => measured(run, 'reconstruction.loss');
const noiseGap = (run: GloManifest): number => measured(run, 'train.loss') - evalLoss(run);
const noiseToCode = (run: GloManifest): number => measured(run, 'codes.noiseToCode');
const dimensionOf = (run: GloManifest): number =>
  effectiveDimension(contentCodesOf(run), run.model.contentDim);

/** Of the very run that projected: the first seed. */
const evalLossOfSeed = ({ id }: GloManifest): number =>
  runMetricOf(readRunMetrics(id), 'reconstruction.loss');

/** All fours of the training images drawn as threes by _lord_: without noise, with a little, and with enough. */
const foursAsThrees = await Promise.all(
  [0, 0.3, 1, 2, 5].map(async (sigma) => {
    const read = await readTransfers(runAt('lord', sigma).id, 4, 3);
    if (!read) throw new Error('There is no judge in public/models.');
    return read;
  }),
);

const opening = await bridges(runAt('lord', 0.3).id);

const projected = ({ id }: GloManifest) => projectionOf(readRunMetrics(id));

/** The content codes before training: the seed makes them again. */
const startOf = ({ model, dataset, training }: GloManifest): Float32Array =>
  initializeModel(
    {
      dims: model,
      numClasses: model.numClasses,
      numImages: dataset.numTrainingImages,
      codeInitStd: training.codeInitStd,
    },
    createRandom(training.seed),
  ).contentCodes;

const mapMeaning = await readMapMeaning();
const slowMotion = readRecording();

/** Root mean square of all content codes after so many steps of the recorded run. */
const spreadOfCodes = (step: number): number =>
  rootMeanSquare(Float32Array.from(slowMotion.contents[step].flat()));

/** Mean distance of two pictures of one class, over that of two pictures of different classes. */
function shareWithinClasses(pictures: Float32Array): number {
  const { labels } = slowMotion;
  const means = [true, false].map((same) => {
    const distances = labels.flatMap((label, i) =>
      labels
        .slice(0, i)
        .flatMap((other, j) => ((label === other) === same ? [distance(pictures, i, j)] : [])),
    );
    return distances.reduce((sum, value) => sum + value, 0) / distances.length;
  });
  return means[0] / means[1];
}

const distance = (pictures: Float32Array, i: number, j: number): number => {
  let sum = 0;
  for (let p = 0; p < imageLength; p++)
    sum += Math.abs(pictures[i * imageLength + p] - pictures[j * imageLength + p]);
  return sum;
};

/** How far Adam carries a number in an epoch of 63 steps whose one gradient is always the same, in learning rates. */
function travelAnEpoch(gradient: number): number {
  const [numSteps, numEpochs] = [63, 50];
  const value = new Float32Array(1);
  const adam = createAdam(1, 1);
  for (let step = 0; step < numEpochs * numSteps; step++) {
    adam.update(value, Float32Array.of(step % numSteps === 0 ? gradient : 0));
  }
  return -value[0] / numEpochs;
}

const claims: Claims = {
  'home-presets': () => {
    for (const { training } of runsOf('exercise')) {
      const { generator, classCodes, contentCodes } = training.learningRates;
      expect([classCodes, contentCodes]).toEqual([generator, generator]);
      expect(training.codeInitStd).toBe(1);
    }
    for (const { training } of runsOf('lord')) {
      const { generator, classCodes, contentCodes } = training.learningRates;
      expect([classCodes / generator, contentCodes / generator]).toEqual([10, 10]);
      expect(training.codeInitStd).toBeLessThan(0.1);
    }
  },
  'home-without-noise': () => {
    expect(measured(runAt('lord', 0), 'swap.accuracy')).toBeLessThan(0.85);
    expect(measured(runAt('styled', 0.1), 'swap.accuracy')).toBeGreaterThan(0.99);
  },
  'home-too-much-noise': () => {
    expect(measured(runAt('lord', 5), 'diversity')).toBeLessThan(referenceOf('real.diversity') / 2);
  },
  'sweep-without-decay': () => {
    for (const preset of presets) {
      const runs = runsOf(preset);
      expect(runs).toHaveLength(8);
      for (const { training } of runs) {
        expect(training.contentDecay).toBe(0);
        expect(training).toEqual({ ...runs[0].training, contentNoiseStd: training.contentNoiseStd });
      }
    }
  },
  'presets-share-the-rest': () => {
    for (const lord of runsOf('lord')) {
      const exercise = runAt('exercise', sigmaOf(lord));
      const { preset, codeInitStd, learningRates } = lord.training;
      expect({ ...exercise.training, preset, codeInitStd, learningRates }).toEqual(lord.training);
      expect(learningRates.generator).toBe(exercise.training.learningRates.generator);
      expect(exercise.model).toEqual(lord.model);
    }
  },
  'styled-is-lord': () => {
    for (const lord of runsOf('lord')) {
      const styled = runAt('styled', sigmaOf(lord));
      const { preset, guidance } = lord.training;
      expect({ ...styled.training, preset, guidance }).toEqual(lord.training);
      expect({ ...styled.model, numParameters: 0, contentDim: 0 }).toEqual({
        ...lord.model,
        numParameters: 0,
        contentDim: 0,
      });
      expect(styled.model.contentDim).toBe(40);
      expect(styled.training.guidance?.weight).toBeGreaterThan(0);
      expect(styled.training.guidance?.style?.weight).toBeGreaterThan(0);
    }
  },
  'checkpoints-name-their-command': () => {
    const entries = allEntries();
    expect(entries.length).toBeGreaterThan(16);
    for (const { family, id } of entries) {
      expect(readManifestOf(family, id).provenance.command).toMatch(new RegExp(`^npm run .*${id}`));
    }
  },
  'code-travel': () => {
    for (const gradient of [1e-1, 1e-3, 1e-5]) {
      expect(travelAnEpoch(gradient)).toBeGreaterThan(7.5);
      expect(travelAnEpoch(gradient)).toBeLessThan(8.5);
    }
  },
  'noise-wider-than-first-codes': () => {
    expect(spreadOfCodes(0)).toBeLessThan(0.75 * slowMotion.settings.sigma);
  },
  'classes-before-hands': () => {
    const drawn = wallAt(slowMotion, { step: 40, phase: 'update' });
    const images = Float32Array.from(slowMotion.targets);
    expect(shareWithinClasses(drawn)).toBeLessThan(0.5 * shareWithinClasses(images));
    expect(shareWithinClasses(images)).toBeLessThan(1);
    const last = wallAt(slowMotion, { step: 80, phase: 'update' });
    expect(shareWithinClasses(last)).toBeGreaterThan(1.1 * shareWithinClasses(drawn));
  },
  'codes-outgrow-noise': () => {
    expect(spreadOfCodes(slowMotion.steps.length)).toBeGreaterThan(1.5 * slowMotion.settings.sigma);
  },
  'exercise-codes-stay-put': () => {
    for (const run of runsOf('exercise')) {
      expect(correlation(startOf(run), contentCodesOf(run)), run.id).toBeGreaterThan(0.95);
    }
  },
  'lord-codes-go': () => {
    for (const run of runsOf('lord')) {
      expect(correlation(startOf(run), contentCodesOf(run)), run.id).toBeLessThan(0.1);
    }
  },
  'error-rises': () => {
    for (const preset of presetNames) {
      expect(isRising(runsOf(preset).map((run) => measured(run, 'reconstruction.l1'))), preset).toBe(true);
    }
  },
  'lord-reconstructs-better': () => {
    for (const exercise of runsOf('exercise')) {
      expect(evalLoss(runAt('lord', sigmaOf(exercise)))).toBeLessThan(evalLoss(exercise));
    }
  },
  'one-picture-a-class': () => {
    const diversity = (sigma: number): number => measured(runAt('exercise', sigma), 'diversity');
    expect(diversity(5)).toBeLessThan(0.02 * diversity(0));
  },
  'training-loss-is-higher': () => {
    for (const run of presets.flatMap(runsOf)) expect(noiseGap(run), run.id).toBeGreaterThan(0);
  },
  'gap-closes': () => {
    for (const preset of presets) {
      expect(noiseGap(runAt(preset, 0.5))).toBeGreaterThan(2 * noiseGap(runAt(preset, 0)));
      expect(noiseGap(runAt(preset, 5))).toBeLessThan(noiseGap(runAt(preset, 2)));
    }
    expect(noiseGap(runAt('exercise', 5))).toBeLessThan(noiseGap(runAt('exercise', 0)));
  },
  'exercise-codes-stay': () => {
    for (const run of runsOf('exercise')) {
      expect(Math.abs(measured(run, 'codes.contentNorm') - 5), run.id).toBeLessThan(0.25);
      expect(correlation(startOf(run), contentCodesOf(run)), run.id).toBeGreaterThan(0.95);
    }
  },
  'lord-codes-outgrow-noise': () => {
    expect(isRising(runsOf('lord').map((run) => measured(run, 'codes.contentNorm')))).toBe(true);
    expect(noiseToCode(runAt('lord', 5))).toBeLessThan(0.5 * noiseToCode(runAt('exercise', 5)));
  },
  'projection-fits': () => {
    for (const run of presets.flatMap(runsOf)) {
      const { known } = projected(run);
      expect(known.at(-1), run.id).toBeLessThan(evalLossOfSeed(run));
      if (run.training.preset === 'lord' && sigmaOf(run) <= 1) {
        expect(known.at(-1), run.id).toBeLessThan(known[0] / 2);
      }
    }
  },
  'search-forgets-class': () => {
    for (const run of runsOf('lord')) expect(projected(run).accuracy[0], run.id).toBeGreaterThan(0.8);
  },
  'few-steps-help': () => {
    const runs = presets.flatMap(runsOf);
    const helped = runs.filter((run) => {
      const { steps, accuracy } = projected(run);
      return accuracy.some((share, i) => steps[i] > 0 && steps[i] <= 10 && share > accuracy[0]);
    });
    expect(helped.length / runs.length).toBeGreaterThan(0.6);
    for (const run of runs) {
      const { accuracy } = projected(run);
      expect(accuracy.at(-1), run.id).toBeLessThan(accuracy[0]);
    }
  },
  'any-class-fits': () => {
    for (const run of presets.flatMap(runsOf)) {
      const { known, unknown } = projected(run);
      expect(unknown.at(-1), run.id).toBeGreaterThan(0.95 * (known.at(-1) ?? NaN));
    }
    for (const run of runsOf('lord')) {
      const { known, unknown, accuracy } = projected(run);
      const [given, free, right] = [known, unknown, accuracy].map((curve) => curve.at(-1) ?? NaN);
      // Where the right class wins there is nothing between the two.
      expect((given - free) / (1 - right) / given, run.id).toBeLessThan(0.115);
    }
  },
  'noise-costs-unseen': () => {
    for (const preset of presetNames) {
      const losses = runsOf(preset).map((run) => measured(run, 'heldOut.unknown.loss'));
      expect(isRising(losses), preset).toBe(true);
    }
  },
  'much-noise-finds-class': () => {
    const [without, much] = [runAt('lord', 0), runAt('lord', 5)];
    // Of 200 images: two standard errors of the difference of two shares near two thirds.
    const more = measured(much, 'heldOut.unknown.accuracy') - measured(without, 'heldOut.unknown.accuracy');
    expect(more).toBeGreaterThan(0.1);
    expect(measured(much, 'heldOut.unknown.loss')).toBeGreaterThan(
      3 * measured(without, 'heldOut.unknown.loss'),
    );
  },
  'diversity-falls': () => {
    for (const preset of presetNames) {
      expect(isFalling(runsOf(preset).map((run) => measured(run, 'diversity'))), preset).toBe(true);
    }
  },
  'exercise-cloud-is-round': () => {
    for (const run of runsOf('exercise')) {
      expect(measured(run, 'codes.contentRms'), run.id).toBeGreaterThan(aboutOne.from);
      expect(measured(run, 'codes.contentRms'), run.id).toBeLessThan(aboutOne.to);
      expect(dimensionOf(run), run.id).toBeGreaterThan(24);
    }
  },
  'lord-cloud-is-stretched': () => {
    const dimensions = runsOf('lord').map(dimensionOf);
    expect(isFalling(dimensions)).toBe(true);
    expect(dimensions[0]).toBeLessThan(20);
  },
  'noise-reaches-neighbours': () => {
    for (const run of presets.flatMap(runsOf)) {
      const { contentDim } = run.model;
      const noiseLength = Math.sqrt(contentDim) * sigmaOf(run);
      const distance = meanNearestDistance(contentCodesOf(run), contentDim);
      if (sigmaOf(run) >= 1) expect(noiseLength, run.id).toBeGreaterThan(distance);
      if (sigmaOf(run) <= 0.5) expect(noiseLength, run.id).toBeLessThan(distance);
    }
  },
  'map-has-two-meanings': () => {
    const { slant, ink } = mapMeaning;
    for (const { shared } of [slant, ink]) expect(shared).toBeGreaterThan(0.5);
    const cosine = slant.direction[0] * ink.direction[0] + slant.direction[1] * ink.direction[1];
    expect(Math.abs(cosine)).toBeLessThan(Math.cos(Math.PI / 3));
    // As the prose has it: slant lies across, ink along the height.
    expect(Math.abs(slant.direction[0])).toBeGreaterThan(0.9);
    expect(ink.direction[1]).toBeLessThan(-0.9);
  },
  'short-method-noise': () => {
    for (const preset of presets) {
      const [none, one] = [0, 1].map((sigma) => measured(runAt(preset, sigma), 'swap.accuracy'));
      expect(one, preset).toBeGreaterThan(none + 0.1);
    }
  },
  'short-method-presets': () => {
    for (const run of presets.flatMap(runsOf)) {
      const stays = correlation(startOf(run), contentCodesOf(run));
      if (run.training.preset === 'exercise') expect(stays, run.id).toBeGreaterThan(0.95);
      else expect(stays, run.id).toBeLessThan(0.1);
    }
  },
  'short-rec-error': () => {
    for (const preset of presets) {
      const errors = runsOf(preset).map((run) => measured(run, 'reconstruction.l1'));
      expect(isRising(errors), preset).toBe(true);
    }
  },
  'short-rec-preset': () => {
    for (const lord of runsOf('lord')) {
      expect(evalLoss(lord), lord.id).toBeLessThan(evalLoss(runAt('exercise', sigmaOf(lord))));
    }
  },
  'short-rec-loss': () => {
    for (const run of presets.flatMap(runsOf)) {
      expect(measured(run, 'train.loss'), run.id).toBeGreaterThan(evalLoss(run));
    }
  },
  'short-rec-size': () => {
    const lengths = runsOf('lord').map((run) => measured(run, 'codes.contentNorm'));
    expect(isRising(lengths)).toBe(true);
    expect(lengths[lengths.length - 1]).toBeGreaterThan(4 * lengths[0]);
  },
  'short-rec-unseen': () => {
    for (const run of presets.flatMap(runsOf)) {
      const { known, unknown, accuracy } = projected(run);
      expect(unknown.at(-1), run.id).toBeGreaterThan(0.95 * (known.at(-1) ?? NaN));
      expect(accuracy.at(-1), run.id).toBeLessThan(accuracy[0]);
    }
  },
  'short-swaps-obey': () => {
    expect(isRising([0, 0.3, 1].map((sigma) => measured(runAt('lord', sigma), 'swap.accuracy')))).toBe(true);
  },
  'short-swaps-price': () => {
    for (const preset of presets) {
      expect(isFalling(runsOf(preset).map((run) => measured(run, 'diversity'))), preset).toBe(true);
    }
  },
  'short-swaps-two-ways': () => {
    const [exercise, lord] = [runAt('exercise', 0.3), runAt('lord', 0.3)];
    expect(measured(exercise, 'swap.accuracy')).toBeGreaterThan(measured(lord, 'swap.accuracy'));
    for (const kept of ['factorCorrelation.transfer.ink', 'factorCorrelation.transfer.slant'] as const) {
      expect(measured(exercise, kept), kept).toBeLessThan(0.3 * measured(lord, kept));
    }
  },
  'four-to-three': () => {
    const [none, little, ...enough] = foursAsThrees;
    expect(none.obeyed / none.images).toBeLessThan(0.85);
    expect(little.obeyed / little.images).toBeGreaterThan(0.9);
    expect(little.obeyed / little.images).toBeLessThan(1);
    for (const { obeyed, images } of enough) expect(obeyed).toBe(images);
  },
  'short-samples-fit': () => {
    for (const run of runsOf('lord')) {
      expect(measured(run, 'sampler.gaussian.frechet'), run.id).toBeLessThan(
        measured(run, 'sampler.standard.frechet'),
      );
    }
  },
  'short-samples-exercise': () => {
    for (const run of runsOf('exercise')) {
      const ratio = measured(run, 'sampler.standard.frechet') / measured(run, 'sampler.gaussian.frechet');
      expect(Math.abs(ratio - 1), run.id).toBeLessThan(0.08);
      expect(correlation(startOf(run), contentCodesOf(run)), run.id).toBeGreaterThan(0.95);
    }
  },
  'best-bridge': () => {
    expect(opening).toHaveLength(45);
    expect(opening[0].classes).toEqual([7, 9]);
    expect(opening[0].certainty).toBeGreaterThan(0.95);
  },
  'short-samples-tidy': () => {
    const at = (name: MetricName): number => measured(runAt('lord', 1), name);
    expect(at('sampler.standard.accuracy')).toBeGreaterThan(at('sampler.gaussian.accuracy'));
    expect(at('sampler.standard.frechet')).toBeGreaterThan(1.5 * at('sampler.gaussian.frechet'));
  },
  'short-samples-between': () => {
    for (const run of presets.flatMap(runsOf).filter((each) => sigmaOf(each) >= 1)) {
      const { contentDim } = run.model;
      const distance = meanNearestDistance(contentCodesOf(run), contentDim);
      expect(Math.sqrt(contentDim) * sigmaOf(run), run.id).toBeGreaterThan(distance);
    }
  },
};

describeClaims(pagesWithoutOwnFile(), { ...claims, ...unseenClaims, ...tryClaims, ...walkClaims });
