/** One classifier's recipe from its images to the files of its checkpoint. */
import { imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { trainingDataOf } from '../../data/training-data.ts';
import type { ClassifierRecipe } from '../../recipes/classifiers.ts';
import type { CheckpointFolder, EpochReport, MakeInput } from '../method.ts';
import { buildClassifierFolder } from './files/build-classifier.ts';
import { fitClassifier } from './train.ts';

/** @throws Error when it diverges, ContractError when the result breaks the contract. */
export async function* makeClassifier({
  recipe,
  data,
  provenance,
}: MakeInput<ClassifierRecipe>): AsyncGenerator<EpochReport, CheckpointFolder> {
  const { id, title, network, training } = recipe;
  const { name } = recipe.dataset;
  const source = sourceOf(name);
  const config = { ...network, numClasses: source.classNames.length, ...imageShapeOf(source) };
  let parameters;
  for (const epoch of fitClassifier({ config, training, ...data })) {
    yield { epoch: epoch.epoch, numEpochs: training.numEpochs, loss: epoch.loss };
    parameters = epoch.parameters;
  }
  if (!parameters) throw new Error(`${id}: a run needs at least one epoch.`);

  return buildClassifierFolder({
    id,
    title,
    dataset: trainingDataOf(recipe.dataset, data),
    config,
    training,
    parameters,
    test: await loadImages(name, { numImages: source.splits.test, split: 'test' }),
    provenance,
  });
}
