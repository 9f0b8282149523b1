/** Variational autoencoders as the trainer sees them. */
import { isDeepStrictEqual } from 'node:util';
import type { VaeManifest } from '../../../src/contract/families/vae.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { imageKindOf } from '../../data/sources.ts';
import { checkCheckpointOf } from '../../export/read-checkpoint.ts';
import { vaeRecipes, type VaeRecipe } from '../../recipes/vae.ts';
import { overrideRecipe } from '../../recipes/override.ts';
import {
  decidedBy,
  evaluationOf,
  networkOf,
  settingFieldsOf,
  shownPictures,
} from '../encoder-decoder/stored.ts';
import { loadEncoderDecoder } from '../encoder-decoder/files/load.ts';
import { exportEncoderDecoderOnnx, onnxOf } from '../encoder-decoder/files/onnx.ts';
import { makeEncoderDecoder } from '../encoder-decoder/make.ts';
import type { Method } from '../method.ts';
import { measureVae } from './measure.ts';
import { objectiveOf } from './objective.ts';

export const vaeMethod: Method<VaeRecipe, VaeManifest> = {
  family: 'vae',
  runs: vaeRecipes,
  supportNetworks: [],
  sources: [
    'training/methods/encoder-decoder/make.ts',
    'training/methods/vae/objective.ts',
    'training/data/sources.ts',
  ],
  make: (input) => {
    const { recipe } = input;
    const { group, training } = recipe;
    return makeEncoderDecoder({
      ...input,
      objective: objectiveOf(training, imageLength(imageKindOf(recipe.dataset))),
      optimizer: training,
      ownFields: { family: 'vae', group, training },
    });
  },
  wouldMake: (manifest, recipe) => isDeepStrictEqual(decidedBy(recipeOf(manifest, true)), decidedBy(recipe)),
  recipeOf,
  async onnx(folder) {
    const { manifest, parameters } = await loadEncoderDecoder(folder, await checkCheckpointOf('vae', folder));
    return exportEncoderDecoderOnnx(onnxOf(manifest, parameters));
  },
  measured: {
    sources: ['training/methods/vae/measure.ts', 'training/data/sources.ts'],
    measure: measureVae,
    settingOf: (recipe) => ({ ...settingFieldsOf(recipe), training: recipe.training }),
    trainingNetworkOf: () => undefined,
    override: overrideRecipe,
    shownPictures,
  },
};

function recipeOf(manifest: VaeManifest, ships: boolean): VaeRecipe {
  const { id, title, family, group, training } = manifest;
  return {
    id,
    title,
    family,
    group,
    ...networkOf(manifest),
    training,
    ships,
    evaluation: evaluationOf(manifest, vaeRecipes),
  };
}
