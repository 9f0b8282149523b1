import { describe, expect, it } from 'vitest';
import { checkpointIdSchema } from '../../../../src/contract/checkpoint-id.ts';
import { recipes } from '../../../../training/methods/registry.ts';
import { autoencoderRecipes } from '../../../../training/recipes/autoencoder.ts';
import { overrideRecipe } from '../../../../training/recipes/override.ts';
import { vaeRecipes } from '../../../../training/recipes/vae.ts';

const codeDims = [2, 5, 10, 50, 100];
const all = [...autoencoderRecipes, ...vaeRecipes];

/** Of each setting, its code sizes and how many seeds. */
function summary(found: readonly (typeof all)[number][]) {
  return {
    codeDims: [...new Set(found.map(({ network }) => network.codeDim))].sort((a, b) => a - b),
    seeds: [...new Set(found.map(({ training }) => training.seed))].sort(),
    count: found.length,
  };
}

describe('the experiments with an encoder', () => {
  it('have ids and settings of their own, and are in the registry', () => {
    for (const { id } of all) checkpointIdSchema.parse(id);
    const settings = all.map(({ family, network, training, ...rest }) =>
      JSON.stringify([family, 'kind' in rest ? rest.kind : '', network, training]),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(settings).size).toBe(all.length);
    const ids = recipes.map(({ id }) => id);
    for (const { id } of all) expect(ids).toContain(id);
  });

  it('learn the first 54,000 training images and check on the last 6,000', () => {
    for (const { dataset } of all) {
      expect(dataset).toEqual({ name: 'mnist', numTrainingImages: 54_000, numValidationImages: 6_000 });
    }
  });

  it('autoencoders: linear, non-linear and stacked at five code sizes with three seeds, PCA beside them', () => {
    const ofKind = (kind: string) =>
      autoencoderRecipes.filter((each) => each.kind === kind && !/sigmoid|greedy/.test(each.id));
    for (const kind of ['linear', 'nonlinear', 'stacked']) {
      expect(summary(ofKind(kind))).toEqual({ codeDims, seeds: [1, 2, 3], count: 15 });
    }
    expect(summary(ofKind('pca'))).toEqual({ codeDims, seeds: [1], count: 5 });
    expect(ofKind('stacked').every(({ network }) => network.hidden.join() === '512,256')).toBe(true);
  });

  it('depth: sigmoid and ReLU units, at once and layer by layer, and nothing else differs', () => {
    const tenNumbers = autoencoderRecipes.filter(
      ({ kind, network, training }) => kind === 'stacked' && network.codeDim === 10 && training.seed === 1,
    );
    const cells = tenNumbers.map(
      ({ network, training }) => `${network.encoderActivation} ${training.pretrainingEpochs > 0}`,
    );
    expect(cells.sort()).toEqual(['relu false', 'relu true', 'sigmoid false', 'sigmoid true']);
    const others = tenNumbers.map(({ training: { pretrainingEpochs: _, ...training } }) =>
      JSON.stringify(training),
    );
    expect(new Set(others).size).toBe(1);
  });

  it('the homework’s VAE: five code sizes, with and without the divergence, three seeds', () => {
    const dense = vaeRecipes.filter(({ network }) => network.network === 'dense');
    for (const divergence of [true, false]) {
      const found = dense.filter(({ training }) => training.divergence === divergence);
      expect(summary(found)).toEqual({ codeDims, seeds: [1, 2, 3], count: 15 });
    }
  });

  it('the course’s VAE: six variances of the data term, on both sides of the collapse', () => {
    const variances = vaeRecipes
      .filter(({ network }) => network.network === 'convolutional')
      .map(({ training }) => training.dataVariance);
    expect(variances).toEqual([1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 1]);
  });

  it('can be made shorter, or of strokes, under another id', () => {
    const [recipe] = vaeRecipes;
    expect(overrideRecipe(recipe, {})).toBe(recipe);
    const other = overrideRecipe(recipe, { numEpochs: 1, datasetName: 'strokes' });
    expect(other).toMatchObject({ id: 'vae-strokes-dense-k2', evaluation: 'light', ships: true });
    expect(other.title).toBe('VAE on strokes, 2 code numbers');
    expect(other.training.numEpochs).toBe(1);
  });
});
