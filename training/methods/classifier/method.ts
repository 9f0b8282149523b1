/** Classifiers as the trainer sees them: the judge and the auxiliary classifier are of this family. */
import { isDeepStrictEqual } from 'node:util';
import type { ClassifierManifest } from '../../../src/contract/families/classifier.ts';
import { classifierRecipes, type ClassifierRecipe } from '../../recipes/classifiers.ts';
import type { Method } from '../method.ts';
import { exportClassifierOnnx } from './files/onnx.ts';
import { readClassifier } from './files/read-classifier.ts';
import { makeClassifier } from './make.ts';

export const classifierMethod: Method<ClassifierRecipe, ClassifierManifest> = {
  family: 'classifier',
  runs: [],
  supportNetworks: classifierRecipes,
  sources: ['training/methods/classifier/make.ts', 'training/data/sources.ts'],
  make: makeClassifier,
  wouldMake: (manifest, recipe) => isDeepStrictEqual(recipeOf(manifest), recipe),
  recipeOf,
  async onnx(folder) {
    const { manifest, config, parameters } = await readClassifier(folder);
    const { id, title } = manifest;
    return exportClassifierOnnx({ id, title, config, parameters });
  },
};

function recipeOf({ id, title, family, dataset, model, training }: ClassifierManifest): ClassifierRecipe {
  const { channels1, channels2, numFeatures } = model;
  return {
    id,
    title,
    family,
    dataset: { name: dataset.name, numTrainingImages: dataset.numTrainingImages },
    network: { channels1, channels2, numFeatures },
    training,
    ships: true,
  };
}
