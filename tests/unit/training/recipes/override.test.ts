import { describe, expect, it } from 'vitest';
import type { PictureSet } from '../../../../training/data/sources.ts';
import { measuredOf } from '../../../../training/methods/method-of.ts';
import { recipes } from '../../../../training/methods/registry.ts';
import { stepsOf, type MeasuredRecipe, type Overrides } from '../../../../training/recipes/recipe.ts';

const pictures: PictureSet = {
  imageHeight: 64,
  imageWidth: 64,
  imageChannels: 3,
  numPictures: 300,
  classNames: ['glad', 'sad'],
  sha256: '0'.repeat(64),
};

function named(id: string): MeasuredRecipe {
  const found = recipes.find((recipe) => recipe.id === id);
  if (!found) throw new Error(`There is no recipe ${id}.`);
  return found;
}
const on = (id: string, overrides: Overrides = { pictures }): MeasuredRecipe =>
  measuredOf(named(id)).override(named(id), overrides) as MeasuredRecipe;

describe('a recipe on a folder of pictures', () => {
  it('has an id and a title of its own, and is measured by nothing', () => {
    const recipe = on('vae-mnist-conv-variance0.001');
    expect(recipe).toMatchObject({
      id: 'vae-pictures-conv-variance0.001',
      title: 'Convolutional VAE on pictures, data variance 0.001',
      ships: true,
    });
    expect(measuredOf(recipe).trainingNetworkOf(recipe)).toBeUndefined();
    const game = on('gan-mnist-sn');
    expect(measuredOf(game).trainingNetworkOf(game)).toBeUndefined();
  });

  it('learns all of them, but for a tenth where it is checked on images', () => {
    expect(on('glo-mnist-lord-sigma0.3').dataset).toEqual({
      name: 'pictures',
      numTrainingImages: 300,
      pictures,
    });
    expect(on('vae-mnist-dense-k2').dataset).toEqual({
      name: 'pictures',
      numTrainingImages: 270,
      numValidationImages: 30,
      pictures,
    });
    expect(on('gan-mnist-sn').dataset).toMatchObject({ numTrainingImages: 300, numValidationImages: 0 });
  });

  it('takes as many steps as on MNIST, or less than an epoch more', () => {
    for (const id of ['glo-mnist-lord-sigma0.3', 'vae-mnist-dense-k2', 'gan-mnist-sn']) {
      const recipe = on(id);
      const more = stepsOf(recipe) - stepsOf(named(id));
      expect(more).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThan(stepsOf(recipe) / recipe.training.numEpochs);
    }
  });

  it('takes the epochs that are given', () => {
    expect(on('vae-mnist-dense-k2', { pictures, numEpochs: 3 }).training.numEpochs).toBe(3);
  });

  it('takes the steps of layers that are trained by themselves, too, and none for a closed form', () => {
    const [at, of] = ['autoencoder-mnist-stacked-greedy-k10', 'autoencoder-mnist-stacked-k10'];
    expect(on(at).training).toMatchObject({ pretrainingEpochs: Math.ceil(422 / 3) });
    expect(on(of).training).toMatchObject({ pretrainingEpochs: 0 });
    expect(on('autoencoder-mnist-pca-k2').training.numEpochs).toBe(1);
  });
});
