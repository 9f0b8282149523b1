/** One recipe of the second stage from its images and its first stage to the files of its checkpoint. */
import type { AmortizedHistory } from '../../../src/contract/families/amortized.ts';
import { imageLength, imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import type { NamedParameters } from '../../../src/networks/layers/parameters.ts';
import { loadImages, sourceOf } from '../../data/sources.ts';
import { hashOfImages } from '../../data/training-data.ts';
import { toIntensity } from '../../evaluation/pictures.ts';
import type { AmortizedRecipe } from '../../recipes/amortized.ts';
import { loadCheckpoint } from '../glo/files/load-checkpoint.ts';
import type { GloModel } from '../glo/model.ts';
import type { CheckpointFolder, EpochReport, MakeInput } from '../method.ts';
import { buildAmortizedFolder } from './files/build-checkpoint.ts';
import { amortize } from './train.ts';

/** Images behind the learned ones whose loss is followed: those of the test file stay for measuring. */
const numFollowed = 1000;

/** `trainingNetwork`: the folder of the first stage. @throws DivergenceError, or ContractError when the result breaks the contract. */
export async function* makeAmortized({
  recipe,
  data,
  trainingNetwork,
  provenance,
}: MakeInput<AmortizedRecipe>): AsyncGenerator<EpochReport, CheckpointFolder> {
  const { id, title, source, training, dims, channels } = recipe;
  const { name, numTrainingImages } = recipe.dataset;
  if (trainingNetwork === undefined) throw new Error(`${id} begins at ${source.id}, and no folder is given.`);
  const firstStage = await loadCheckpoint(trainingNetwork);
  const dataSource = sourceOf(name);
  const config = { ...dims, ...imageShapeOf(dataSource), channels };
  const length = imageLength(config);
  const following = await loadImages(name, { numImages: numTrainingImages + numFollowed });
  const model: GloModel = {
    dims: config,
    parameters: firstStage.parameters,
    classCodes: Float32Array.from(firstStage.classCodes),
    contentCodes: Float32Array.from(firstStage.contentCodes),
  };

  const history: Record<keyof AmortizedHistory, number[]> = {
    loss: [],
    reconstruction: [],
    classDistance: [],
    contentDistance: [],
    unseen: [],
  };
  const curves = Object.keys(history) as (keyof AmortizedHistory)[];
  let encoders: NamedParameters | undefined;
  for (const epoch of amortize({
    config,
    training,
    model,
    images: toIntensity(data.images),
    labels: data.labels,
    unseenImages: toIntensity(following.images.subarray(numTrainingImages * length)),
  })) {
    for (const curve of curves) history[curve].push(epoch[curve]);
    yield { epoch: epoch.epoch, numEpochs: training.numEpochs, loss: epoch.loss };
    ({ parameters: encoders } = epoch);
  }
  if (!encoders) throw new Error(`${id}: a run needs at least one epoch.`);

  return buildAmortizedFolder({
    id,
    title,
    source,
    firstStage,
    dataset: { name, split: 'train', firstImage: 0, numTrainingImages, sha256: hashOfImages(data) },
    config,
    training,
    model,
    encoders,
    history,
    learned: data,
    unseen: await loadImages(name, { numImages: dataSource.splits.test, split: 'test' }),
    provenance,
  });
}
