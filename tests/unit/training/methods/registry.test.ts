import { describe, expect, test } from 'vitest';
import { checkpointIdSchema } from '../../../../src/contract/checkpoint-id.ts';
import {
  groupNames,
  lossNames,
  mistakeNames,
  trainingSchema,
} from '../../../../src/contract/families/glo.ts';
import { gloMethod } from '../../../../training/methods/glo/method.ts';
import { classifierRecipes, judgeOf } from '../../../../training/recipes/classifiers.ts';
import { gloRecipes as recipes, overrideGloRecipe } from '../../../../training/recipes/glo/recipes.ts';
import type { GloRecipe } from '../../../../training/recipes/glo/vary.ts';
import { findRecipes as findMeasured } from '../../../../training/methods/registry.ts';
import { contentNoiseStds, twentyNoiseStds } from '../../../../training/recipes/glo/sigma.ts';

const findRecipes = (pattern: string): readonly GloRecipe[] =>
  findMeasured(pattern).flatMap(({ id }) => recipes.filter((recipe) => recipe.id === id));
const inGroup = (group: GloRecipe['group']) => recipes.filter((recipe) => recipe.group === group);
const idsOf = (found: readonly GloRecipe[]) => found.map(({ id }) => id);

describe('every recipe', () => {
  test('has an id of its own, which names its data set, σ and seed', () => {
    const all = [...idsOf(recipes), ...classifierRecipes.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) checkpointIdSchema.parse(id);
    for (const { id, dataset, training } of recipes) {
      expect(id).toContain(`glo-${dataset.name}-`);
      expect(
        id.endsWith(`-sigma${training.contentNoiseStd}${training.seed === 1 ? '' : `-seed${training.seed}`}`),
      ).toBe(true);
    }
  });

  test('has settings of its own, which the contract knows', () => {
    const settings = recipes.map(({ dataset, dims, training }) => JSON.stringify([dataset, dims, training]));
    expect(new Set(settings).size).toBe(settings.length);
    for (const { training } of recipes) trainingSchema.parse(training);
  });

  test('that needs an auxiliary classifier has one of its own data set, and never the judge', () => {
    const needing = recipes.filter(
      ({ training }) => training.guidance !== null || training.loss === 'perceptual',
    );
    expect(needing.length).toBeGreaterThan(0);
    for (const recipe of needing) {
      const id = gloMethod.measured?.trainingNetworkOf(recipe);
      const critic = classifierRecipes.find((each) => each.id === id);
      expect(critic?.dataset.name, recipe.id).toBe(recipe.dataset.name);
      expect(id, recipe.id).not.toBe(judgeOf(recipe.dataset.name));
    }
  });

  test('belongs to a group, and every group has some', () => {
    expect(new Set(recipes.map(({ group }) => group))).toEqual(new Set(groupNames));
  });
});

describe('the experiments', () => {
  test('σ: both recipes at eight levels with three seeds, the first seed shipped', () => {
    for (const recipe of ['exercise', 'lord'] as const) {
      for (const level of contentNoiseStds) {
        const runs = inGroup('sigma').filter(
          ({ training }) =>
            training.preset === recipe && training.contentNoiseStd === level && training.loss === 'l1+l2',
        );
        expect(runs.map(({ training }) => training.seed)).toEqual([1, 2, 3]);
        expect(runs.map(({ ships }) => ships)).toEqual([true, false, false]);
      }
    }
    expect(inGroup('sigma').filter(({ ships }) => ships)).toHaveLength(16);
  });

  test('σ: the exercise recipe at the twenty values of one report, with each of three losses', () => {
    expect(twentyNoiseStds).toEqual([
      0, 1e-100, 1e-20, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.5, 1, 2, 3, 4, 5, 10, 20, 50, 100, 500, 1000,
    ]);
    for (const loss of ['l1', 'l2', 'l1+l2'] as const) {
      const levels = inGroup('sigma')
        .filter(
          ({ training }) => training.preset === 'exercise' && training.loss === loss && training.seed === 1,
        )
        .map(({ training }) => training.contentNoiseStd);
      expect(levels).toEqual(expect.arrayContaining([...twentyNoiseStds]));
    }
  });

  test('losses: each at σ = 0.3, shipped', () => {
    for (const loss of lossNames) {
      const runs = recipes.filter(
        ({ training, ships, dims, dataset, group }) =>
          ships &&
          training.loss === loss &&
          training.contentNoiseStd === 0.3 &&
          training.preset === 'lord' &&
          dims.contentDim === 25 &&
          dataset.numTrainingImages === 2000 &&
          ['losses', 'sigma'].includes(group),
      );
      expect(runs).toHaveLength(1);
    }
  });

  test('decay: four strengths beside none at two levels of σ, two shipped', () => {
    const runs = inGroup('decay');
    expect(runs.map(({ training }) => [training.contentNoiseStd, training.contentDecay])).toEqual(
      [0.3, 1].flatMap((std) => [1e-4, 1e-3, 3e-3, 1e-2].map((decay) => [std, decay])),
    );
    expect(runs.filter(({ ships }) => ships)).toHaveLength(2);
  });

  test('dims: five sizes beside 25 at two levels of σ, 2 and 8 shipped', () => {
    const runs = inGroup('dims');
    expect(runs.map(({ dims, training }) => [training.contentNoiseStd, dims.contentDim])).toEqual(
      [0.3, 1].flatMap((std) => [2, 4, 8, 16, 64].map((dim) => [std, dim])),
    );
    expect(runs.filter(({ ships }) => ships).map(({ dims }) => dims.contentDim)).toEqual([2, 8]);
  });

  test('images: three sizes beside 2,000, the whole file for 8 epochs, two shipped', () => {
    const runs = inGroup('images');
    expect(runs.map(({ dataset, training }) => [dataset.numTrainingImages, training.numEpochs])).toEqual([
      [256, 50],
      [10_000, 50],
      [60_000, 8],
    ]);
    expect(runs.filter(({ ships }) => ships)).toHaveLength(2);
  });

  test('epochs: drawn for four levels of σ and each pixel loss', () => {
    for (const loss of ['l1', 'l2', 'l1+l2'] as const) {
      const drawn = recipes.filter(({ drawsEpochs, training }) => drawsEpochs && training.loss === loss);
      expect(drawn.map(({ training }) => training.contentNoiseStd)).toEqual([0, 0.1, 0.3, 1]);
    }
  });

  test('snapshots: of both shipped recipes at σ = 0.3, after epochs that double', () => {
    const kept = recipes.filter(({ snapshotEpochs }) => snapshotEpochs.length > 0);
    expect(kept.map(({ id }) => id)).toEqual(['glo-mnist-exercise-sigma0.3', 'glo-mnist-lord-sigma0.3']);
    for (const { snapshotEpochs, ships } of kept) {
      expect([ships, snapshotEpochs]).toEqual([true, [1, 2, 4, 8, 16, 32]]);
    }
  });

  test('strokes: the eight levels of σ', () => {
    expect(inGroup('strokes').map(({ training }) => training.contentNoiseStd)).toEqual([...contentNoiseStds]);
  });

  test('whitening: plain and aligned, with 25 and 8 dimensions, two shipped', () => {
    const kinds = inGroup('whitening').map(
      ({ training, dims }) => `${training.contentWhitening} ${dims.contentDim}`,
    );
    expect(new Set(kinds)).toEqual(new Set(['per-class 25', 'per-class 8', 'aligned 25', 'aligned 8']));
    expect(inGroup('whitening').filter(({ ships }) => ships)).toHaveLength(2);
  });

  test('guided: several weights at four levels of σ, one weight shipped at all four', () => {
    const shipped = inGroup('guided').filter(({ ships }) => ships);
    expect(shipped.map(({ training }) => training.contentNoiseStd)).toEqual([0, 0.1, 0.3, 1]);
    expect(new Set(shipped.map(({ training }) => training.guidance?.weight)).size).toBe(1);
    expect(
      new Set(inGroup('guided').map(({ training }) => training.guidance?.weight)).size,
    ).toBeGreaterThanOrEqual(3);
  });

  test('styled: the chosen weights at eight levels with three seeds, the first seed shipped', () => {
    const chosen = inGroup('styled').filter(({ training }) => training.preset === 'styled');
    expect(chosen.map(({ training, ships }) => [training.contentNoiseStd, training.seed, ships])).toEqual(
      [1, 2, 3].flatMap((seed) => contentNoiseStds.map((level) => [level, seed, seed === 1])),
    );
    expect(inGroup('styled').filter(({ ships }) => ships)).toHaveLength(8);
    const settings = chosen.map(({ dims, training }) => [dims, { ...training, seed: 0, contentNoiseStd: 0 }]);
    for (const each of settings) expect(each).toEqual(settings[0]);
  });

  test('styled: each pair of weights at three levels with 40 dimensions, the chosen one among them', () => {
    const weights = inGroup('styled')
      .filter(({ dims, dataset, training }) => {
        const { auxiliaryClassifier, weight, style } = training.guidance ?? {};
        return (
          dataset.name === 'mnist' &&
          dims.contentDim === 40 &&
          training.seed === 1 &&
          [0, 0.1, 0.3].includes(training.contentNoiseStd) &&
          auxiliaryClassifier === 'classifier-mnist-critic' &&
          weight !== 0 &&
          style?.network === 'auxiliary-classifier'
        );
      })
      .map(({ training: { guidance, contentNoiseStd } }) =>
        [guidance?.weight, guidance?.style?.weight, contentNoiseStd].join(),
      );
    const wanted = [0.02, 0.05].flatMap((lambda) =>
      [0.01, 0.05, 0.1].flatMap((mu) => [0, 0.1, 0.3].map((sigma) => [lambda, mu, sigma].join())),
    );
    expect(weights.toSorted()).toEqual(wanted.toSorted());
  });

  test('mistakes: each once', () => {
    expect(inGroup('mistakes').map(({ training }) => training.mistake)).toEqual([...mistakeNames]);
  });
});

describe('overrideGloRecipe', () => {
  const [recipe] = findRecipes('glo-mnist-lord-sigma0.3');

  test('without settings gives the recipe itself', () => {
    expect(overrideGloRecipe(recipe, {})).toBe(recipe);
  });

  test('keeps the id on the same data set, names another, and measures lightly', () => {
    const short = overrideGloRecipe(recipe, { numEpochs: 1 });
    expect(short).toMatchObject({
      id: recipe.id,
      title: recipe.title,
      evaluation: 'light',
      drawsEpochs: false,
      snapshotEpochs: [],
      ships: true,
    });
    expect(short.training).toEqual({ ...recipe.training, numEpochs: 1 });
    const strokes = overrideGloRecipe(recipe, { datasetName: 'strokes' });
    expect([strokes.id, strokes.title]).toEqual([
      'glo-strokes-lord-sigma0.3',
      'GLO on strokes, lord recipe, σ = 0.3',
    ]);
    expect(strokes.dataset).toEqual({ name: 'strokes', numTrainingImages: 2000 });
  });

  test('takes the auxiliary classifier of the other data set', () => {
    const [styled] = findRecipes('glo-mnist-styled-sigma0.1');
    const { guidance } = overrideGloRecipe(styled, { datasetName: 'strokes' }).training;
    expect(guidance).toEqual({
      ...styled.training.guidance,
      auxiliaryClassifier: 'classifier-strokes-critic',
    });
    expect(overrideGloRecipe(styled, { datasetName: 'mnist' }).training).toEqual(styled.training);
  });
});
