/** Generative adversarial networks as the trainer sees them. */
import { isDeepStrictEqual } from 'node:util';
import { unitOf } from '../../../src/contract/datasets.ts';
import { ganNetworkFields, type GanManifest, type GanNetwork } from '../../../src/contract/families/gan.ts';
import { checkpointFiles, previewFile } from '../../../src/contract/ids.ts';
import { snapshotEpochsOf } from '../../../src/contract/snapshots.ts';
import { judgeOf } from '../../recipes/classifiers.ts';
import { ganRecipes, type GanRecipe } from '../../recipes/gan.ts';
import { learnedBy } from '../../data/sources.ts';
import { overrideRecipe } from '../../recipes/override.ts';
import type { Method } from '../method.ts';
import { loadGan } from './files/load.ts';
import { exportGanOnnx } from './files/onnx.ts';
import { makeGan } from './make.ts';
import { measureGan } from './measure.ts';

export const ganMethod: Method<GanRecipe, GanManifest> = {
  family: 'gan',
  runs: ganRecipes,
  supportNetworks: [],
  sources: ['training/methods/gan/make.ts', 'training/data/sources.ts'],
  make: makeGan,
  wouldMake: (manifest, recipe) => isDeepStrictEqual(decidedBy(recipeOf(manifest, true)), decidedBy(recipe)),
  recipeOf,
  async onnx(folder) {
    const { manifest, parameters } = await loadGan(folder);
    const { id, title, dataset, model } = manifest;
    return exportGanOnnx({ id, title, unit: unitOf(dataset.name), config: model, parameters });
  },
  measured: {
    sources: ['training/methods/gan/measure.ts', 'training/data/sources.ts'],
    measure: measureGan,
    settingOf: ({ family, group, dataset, network, training }) => ({
      family,
      group,
      dataset,
      model: network,
      training,
    }),
    trainingNetworkOf: ({ dataset }) => judgeOf(dataset.name),
    override: (recipe, overrides) => {
      const overridden = overrideRecipe(recipe, overrides);
      const { snapshotEpochs, training, dataset } = overridden;
      return {
        ...overridden,
        // Nothing of the game is checked on pictures that it does not learn.
        dataset: dataset.pictures
          ? { ...dataset, numTrainingImages: dataset.pictures.numPictures, numValidationImages: 0 }
          : dataset,
        snapshotEpochs: snapshotEpochs.filter((epoch) => epoch < training.numEpochs),
      };
    },
    // The first seed of every setting is a point of a chart that leads to its pictures.
    shownPictures: ({ training }) =>
      training.seed === 1 ? [previewFile('samples'), checkpointFiles.epochs] : [],
  },
};

/** The part of a recipe that is in the bytes of its checkpoint. */
const decidedBy = ({ ships: _, evaluation: __, ...recipe }: GanRecipe) => recipe;

function recipeOf(manifest: GanManifest, ships: boolean): GanRecipe {
  const { id, title, family, group, training } = manifest;
  const { numTrainingImages, numValidationImages } = manifest.dataset;
  const recipe: GanRecipe = {
    id,
    title,
    family,
    group,
    dataset: { ...learnedBy(manifest), numTrainingImages, numValidationImages },
    network: Object.fromEntries(
      Object.entries(manifest.model).filter(([field]) => Object.hasOwn(ganNetworkFields, field)),
    ) as GanNetwork,
    training,
    snapshotEpochs: snapshotEpochsOf(manifest),
    ships,
    evaluation: 'light',
  };
  const registered = ganRecipes.find((known) => known.id === id);
  const isRegistered = registered && isDeepStrictEqual(decidedBy(registered), decidedBy(recipe));
  return isRegistered ? { ...recipe, evaluation: registered.evaluation } : recipe;
}
