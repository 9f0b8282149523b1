/** What the methods with an encoder say of recipes and of manifests alike: what decides their bytes, and how they are told apart. */
import { isDeepStrictEqual } from 'node:util';
import {
  networkFields,
  type EncoderDecoderManifest,
  type NetworkSettings,
} from '../../../src/contract/families/encoder-decoder.ts';
import { previewFile } from '../../../src/contract/ids.ts';
import { learnedBy } from '../../data/sources.ts';
import type { EncoderDecoderRecipe } from '../../recipes/encoder-decoder/recipe.ts';

/** The data and the network of a manifest, as its recipe has them. */
export const networkOf = ({
  dataset,
  model,
}: Pick<EncoderDecoderManifest, 'dataset' | 'model'>): Pick<EncoderDecoderRecipe, 'dataset' | 'network'> => ({
  dataset: {
    ...learnedBy({ dataset, model }),
    numTrainingImages: dataset.numTrainingImages,
    numValidationImages: dataset.numValidationImages,
  },
  network: Object.fromEntries(
    Object.entries(model).filter(([name]) => Object.hasOwn(networkFields, name)),
  ) as NetworkSettings,
});

/** Measured as the registry says when it has this experiment, and lightly otherwise. */
export function evaluationOf(
  manifest: EncoderDecoderManifest & { readonly training: EncoderDecoderRecipe['training'] },
  registered: readonly EncoderDecoderRecipe[],
): EncoderDecoderRecipe['evaluation'] {
  const known = registered.find(({ id }) => id === manifest.id);
  const settings = { ...networkOf(manifest), training: manifest.training };
  const same =
    known &&
    isDeepStrictEqual({ dataset: known.dataset, network: known.network, training: known.training }, settings);
  return same ? known.evaluation : 'light';
}

/** What the run is told apart by, but for its training. */
export const settingFieldsOf = ({ family, group, dataset, network }: EncoderDecoderRecipe) => ({
  family,
  group,
  dataset,
  model: network,
});

/** The part of a recipe that is in the bytes of its checkpoint. */
export const decidedBy = <R extends EncoderDecoderRecipe>({ ships: _, evaluation: __, ...recipe }: R) =>
  recipe;

/** The first seed of every experiment is a point of a chart that leads to its pictures. */
export const shownPictures = ({ training }: EncoderDecoderRecipe): readonly string[] =>
  training.seed === 1 ? [previewFile('reconstructions'), previewFile('samples')] : [];
