/** What settings of a command line make of any recipe: other epochs, other images. What they do to settings of one family is its own. */
import { titleOf, type PictureSet } from '../data/sources.ts';
import { epochsAsLong, type MeasuredRecipe, type Overrides } from './recipe.ts';

/** Of a folder of pictures, for recipes that are checked on images which they do not learn: one in so many. */
export const validationShare = 10;

/**
 * Measured lightly; other images are another id. A folder of pictures is learned in as many steps as the recipe has, unless epochs are
 * given: a few hundred pictures take more epochs than MNIST.
 */
export function overrideRecipe<R extends MeasuredRecipe>(recipe: R, overrides: Overrides): R {
  const { numEpochs, datasetName, pictures } = overrides;
  if (numEpochs === undefined && datasetName === undefined && pictures === undefined) return recipe;
  const from = recipe.dataset.name;
  const dataset = pictures
    ? onPictures(recipe.dataset, pictures)
    : { ...recipe.dataset, name: datasetName ?? from };
  return {
    ...recipe,
    id: recipe.id.replace(`-${from}-`, `-${dataset.name}-`),
    title: recipe.title.replace(`on ${titleOf(from)},`, `on ${titleOf(dataset.name)},`),
    dataset,
    training: { ...recipe.training, numEpochs: numEpochs ?? epochsAsLong(recipe, dataset) },
    ships: true,
    evaluation: 'light',
  };
}

/** All pictures, but for those that the recipe is checked on. */
function onPictures(
  { numValidationImages }: MeasuredRecipe['dataset'],
  pictures: PictureSet,
): MeasuredRecipe['dataset'] {
  const { numPictures } = pictures;
  if (numValidationImages === undefined)
    return { name: 'pictures', numTrainingImages: numPictures, pictures };
  const numChecked = Math.floor(numPictures / validationShare);
  return {
    name: 'pictures',
    numTrainingImages: numPictures - numChecked,
    numValidationImages: numChecked,
    pictures,
  };
}
