/** Autoencoders as the trainer sees them: linear, PCA, non-linear, stacked. */
import { isDeepStrictEqual } from 'node:util';
import type { AutoencoderManifest } from '../../../src/contract/families/autoencoder.ts';
import { imageLength } from '../../../src/networks/blocks/image-shape.ts';
import { imageKindOf, type PictureSet } from '../../data/sources.ts';
import { checkCheckpointOf } from '../../export/read-checkpoint.ts';
import {
  autoencoderRecipes,
  overrideAutoencoder,
  type AutoencoderRecipe,
} from '../../recipes/autoencoder.ts';
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
import { measureAutoencoder } from './measure.ts';
import { objectiveOf } from './objective.ts';

export const autoencoderMethod: Method<AutoencoderRecipe, AutoencoderManifest> = {
  family: 'autoencoder',
  runs: autoencoderRecipes,
  supportNetworks: [],
  sources: [
    'training/methods/encoder-decoder/make.ts',
    'training/methods/autoencoder/objective.ts',
    'training/data/sources.ts',
  ],
  make: (input) => {
    const { recipe } = input;
    const { group, kind, training } = recipe;
    return makeEncoderDecoder({
      ...input,
      objective: objectiveOf(training, imageLength(imageKindOf(recipe.dataset))),
      optimizer: training,
      isClosedForm: kind === 'pca',
      pretrainingEpochs: training.pretrainingEpochs,
      ownFields: { family: 'autoencoder', group, kind, training },
    });
  },
  wouldMake: (manifest, recipe) => isDeepStrictEqual(decidedBy(recipeOf(manifest, true)), decidedBy(recipe)),
  recipeOf,
  async onnx(folder) {
    const { manifest, parameters } = await loadEncoderDecoder(
      folder,
      await checkCheckpointOf('autoencoder', folder),
    );
    return exportEncoderDecoderOnnx(onnxOf(manifest, parameters));
  },
  measured: {
    sources: ['training/methods/autoencoder/measure.ts', 'training/data/sources.ts'],
    measure: measureAutoencoder,
    settingOf: (recipe) => ({ ...settingFieldsOf(recipe), kind: recipe.kind, training: recipe.training }),
    trainingNetworkOf: () => undefined,
    override: overrideAutoencoder,
    refusesPictures,
    shownPictures,
  },
};

/** PCA takes a table of all pairs of an image’s numbers. */
const mostNumbers = 64 * 64;

function refusesPictures({ kind }: AutoencoderRecipe, pictures: PictureSet): string | undefined {
  const length = imageLength(pictures);
  if (kind !== 'pca' || length <= mostNumbers) return undefined;
  return `it takes a table of all pairs of an image’s numbers, and these have ${length}, more than ${mostNumbers}; give --channels 1, or a smaller --size`;
}

function recipeOf(manifest: AutoencoderManifest, ships: boolean): AutoencoderRecipe {
  const { id, title, family, group, kind, training } = manifest;
  return {
    id,
    title,
    family,
    group,
    kind,
    ...networkOf(manifest),
    training,
    ships,
    evaluation: evaluationOf(manifest, autoencoderRecipes),
  };
}
