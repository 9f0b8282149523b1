/** LORD's second stage as the trainer sees it. */
import { isDeepStrictEqual } from 'node:util';
import type { AmortizedManifest } from '../../../src/contract/families/amortized.ts';
import { amortizedRecipes, overrideAmortized, type AmortizedRecipe } from '../../recipes/amortized.ts';
import type { Method } from '../method.ts';
import { loadAmortized } from './files/load.ts';
import { exportAmortizedOnnx } from './files/onnx.ts';
import { makeAmortized } from './make.ts';
import { measureAmortizedRun } from './measure.ts';

export const amortizedMethod: Method<AmortizedRecipe, AmortizedManifest> = {
  family: 'amortized',
  runs: amortizedRecipes,
  supportNetworks: [],
  sources: ['training/methods/amortized/make.ts', 'training/data/sources.ts'],
  make: makeAmortized,
  wouldMake: (manifest, recipe) => isDeepStrictEqual(decidedBy(recipeOf(manifest, true)), decidedBy(recipe)),
  recipeOf,
  async onnx(folder) {
    const { manifest, generator, encoders } = await loadAmortized(folder);
    const { id, title, model } = manifest;
    return exportAmortizedOnnx({ id, title, config: model, generator, encoders });
  },
  measured: {
    sources: ['training/methods/amortized/measure.ts', 'training/data/sources.ts'],
    measure: measureAmortizedRun,
    settingOf: ({ family, group, source, dataset, dims, channels, training }) => ({
      family,
      group,
      source,
      dataset,
      model: { ...dims, channels },
      training,
    }),
    trainingNetworkOf: ({ source }) => source.id,
    override: overrideAmortized,
    refusesPictures: ({ source }) =>
      `it begins at ${source.id}, whose codes are of digits; take glo-mnist-lord-sigma0.3, which learns codes of your pictures`,
    shownPictures: () => [],
  },
};

/** The part of a recipe that is in the bytes of its checkpoint. */
const decidedBy = ({ ships: _, evaluation: __, ...recipe }: AmortizedRecipe) => recipe;

/** Measured as the registry says when it has a recipe of these settings, and lightly otherwise. */
function recipeOf(manifest: AmortizedManifest, ships: boolean): AmortizedRecipe {
  const { id, title, family, group, source, dataset, model, training } = manifest;
  const recipe: AmortizedRecipe = {
    id,
    title,
    family,
    group,
    source,
    dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
    dims: { classDim: model.classDim, contentDim: model.contentDim },
    channels: model.channels,
    training,
    ships,
    evaluation: 'light',
  };
  const registered = amortizedRecipes.find((known) => known.id === id);
  const isRegistered = registered && isDeepStrictEqual(decidedBy(registered), decidedBy(recipe));
  return isRegistered ? { ...recipe, evaluation: registered.evaluation } : recipe;
}
