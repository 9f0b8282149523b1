import { expect, it } from 'vitest';
import { ganRecipes } from '../../../../training/recipes/gan.ts';
import { ganMethod } from '../../../../training/methods/gan/method.ts';

const named = (name: string) => {
  const found = ganRecipes.find(({ id }) => id === `gan-mnist-${name}`);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

it('has every game as many generator steps, of networks that are alike', () => {
  expect(new Set(ganRecipes.map(({ training }) => training.numEpochs * training.stepsPerEpoch))).toEqual(
    new Set([5000]),
  );
  expect(new Set(ganRecipes.map(({ network }) => JSON.stringify(network))).size).toBe(1);
});

it('has three seeds of the five that are compared, and a player of their first', () => {
  const withSeeds = ganRecipes.filter(({ training }) => training.seed === 3).map(({ id }) => id);
  const main = ['dcgan-noise0.1', 'sn', 'wgan-n5', 'wgan-sn-n5', 'wgan-gp-n5'].map(
    (name) => `gan-mnist-${name}`,
  );
  expect(withSeeds.sort()).toEqual(main.map((id) => `${id}-seed3`).sort());
  const played = ganRecipes.filter(({ snapshotEpochs }) => snapshotEpochs.length > 0).map(({ id }) => id);
  expect(played.sort()).toEqual(main.sort());
});

it('varies one thing at a time: label noise, learning rate, steps of the critic', () => {
  const { training } = named('dcgan-noise0.1');
  expect(named('dcgan-noise0.3').training).toEqual({ ...training, labelNoise: 0.3 });
  expect(named('dcgan-noise0').training).toEqual({ ...training, labelNoise: 0 });
  expect(named('dcgan-noise0.1-rate0.0002').training).toEqual({
    ...training,
    optimizer: { ...training.optimizer, rate: 2e-4 },
  });
  expect(named('sn').training).toEqual({ ...training, constraint: 'spectral-norm' });
  for (const criticSteps of [1, 2, 20]) {
    expect(named(`wgan-n${criticSteps}`).training).toEqual({ ...named('wgan-n5').training, criticSteps });
  }
  expect(named('wgan-sn-n5').training).toEqual({ ...named('wgan-n5').training, constraint: 'spectral-norm' });
});

it('is followed by the evaluation classifier, and keeps no epoch behind the last of a shorter run', () => {
  const { measured } = ganMethod;
  const recipe = named('wgan-gp-n5');
  expect(measured?.trainingNetworkOf(recipe)).toBe('classifier-mnist-judge');
  expect(measured?.override(recipe, {})).toEqual(recipe);
  expect(measured?.override(recipe, { numEpochs: 3 })).toMatchObject({
    snapshotEpochs: [1, 2],
    evaluation: 'light',
  });
});
