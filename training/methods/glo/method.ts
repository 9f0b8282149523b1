/** GLO as the trainer sees it. */
import { isDeepStrictEqual } from 'node:util';
import { unitOf } from '../../../src/contract/datasets.ts';
import { checkpointFiles, previewFile } from '../../../src/contract/ids.ts';
import { toggledGroups, type GloManifest } from '../../../src/contract/families/glo.ts';
import { snapshotEpochsOf } from '../../../src/contract/snapshots.ts';
import { auxiliaryClassifierOf } from '../../recipes/classifiers.ts';
import { gloRecipes, overrideGloRecipe } from '../../recipes/glo/recipes.ts';
import { learnedBy } from '../../data/sources.ts';
import type { GloRecipe } from '../../recipes/glo/vary.ts';
import type { Method } from '../method.ts';
import { loadCheckpoint } from './files/load-checkpoint.ts';
import { exportOnnx } from './files/onnx.ts';
import { lossNeedsAuxiliaryClassifier } from './loss.ts';
import { makeGlo } from './make.ts';
import { mapGlo } from './map-codes.ts';
import { measureGlo } from './measure.ts';
import { refusesPictures } from './refuses-pictures.ts';

export const gloMethod: Method<GloRecipe, GloManifest> = {
  family: 'glo',
  runs: gloRecipes,
  supportNetworks: [],
  sources: ['training/methods/glo/make.ts', 'training/data/sources.ts'],
  make: makeGlo,
  wouldMake: (manifest, recipe) => isDeepStrictEqual(decidedBy(recipeOf(manifest, true)), decidedBy(recipe)),
  recipeOf,
  async onnx(folder) {
    const { manifest, parameters } = await loadCheckpoint(folder);
    const { id, title, dataset, model } = manifest;
    return exportOnnx({ id, title, unit: unitOf(dataset.name), config: model, parameters });
  },
  measured: {
    sources: ['training/methods/glo/measure.ts', 'training/data/sources.ts'],
    measure: measureGlo,
    settingOf: ({ family, group, dataset, dims, training }) => ({
      family,
      group,
      dataset,
      model: dims,
      training,
    }),
    trainingNetworkOf: ({ dataset, training }) =>
      training.guidance?.auxiliaryClassifier ??
      (lossNeedsAuxiliaryClassifier(training.loss) ? auxiliaryClassifierOf(dataset.name) : undefined),
    override: overrideGloRecipe,
    refusesPictures,
    shownPictures: ({ showsTransfers, drawsEpochs, training }) => [
      ...(showsTransfers ? [previewFile('transfers')] : []),
      // Where a mistake only shows in samples.
      ...(training.mistake === 'statistics-axis' ? [previewFile('samples')] : []),
      ...(drawsEpochs ? [checkpointFiles.epochs] : []),
    ],
    sheetPicture: previewFile('transfers'),
  },
  mapped: {
    sources: ['training/methods/glo/map-codes.ts'],
    isMapped: ({ ships, dataset, group }) =>
      ships && dataset.name === 'mnist' && toggledGroups.includes(group),
    map: mapGlo,
  },
};

/** Measured as the registry says when it has a recipe of these settings, and lightly otherwise. */
function recipeOf(manifest: GloManifest, ships: boolean): GloRecipe {
  const { id, title, family, group, dataset, model, training, files } = manifest;
  const recipe: GloRecipe = {
    id,
    title,
    family,
    group,
    dataset: { ...learnedBy({ dataset, model }), numTrainingImages: dataset.numTrainingImages },
    dims: { classDim: model.classDim, contentDim: model.contentDim },
    training,
    ships,
    evaluation: 'light',
    drawsEpochs: files.epochs !== undefined,
    showsTransfers: false,
    snapshotEpochs: snapshotEpochsOf(manifest),
  };
  const registered = gloRecipes.find((each) => each.id === id);
  const settings = (each: GloRecipe) => [each.dataset, each.dims, each.training];
  return registered && isDeepStrictEqual(settings(registered), settings(recipe))
    ? { ...recipe, evaluation: registered.evaluation, showsTransfers: registered.showsTransfers }
    : recipe;
}

/** The part of a recipe that is in the bytes of its checkpoint. */
const decidedBy = ({ ships: _, evaluation: __, showsTransfers: ___, ...recipe }: GloRecipe) => recipe;
