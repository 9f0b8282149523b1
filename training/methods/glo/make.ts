/** One recipe of GLO from its images to the files of its checkpoint. */
import type { GloHistory, DatasetInfo, StyleNetworkName } from '../../../src/contract/families/glo.ts';
import { buildAuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { initializeClassifier } from '../../../src/networks/classifier/classifier.ts';
import { createRandom } from '../../../src/numerics/random.ts';
import { imageShapeOf } from '../../../src/networks/blocks/image-shape.ts';
import { imageKindOf } from '../../data/sources.ts';
import { trainingDataOf } from '../../data/training-data.ts';
import type { GloRecipe } from '../../recipes/glo/vary.ts';
import { readClassifier } from '../classifier/files/read-classifier.ts';
import type { CheckpointFolder, EpochReport, MakeInput } from '../method.ts';
import { buildCheckpoint, modelInfo } from './files/build-checkpoint.ts';
import { createEpochsPicture } from './files/epochs-picture.ts';
import { takeSnapshot, type Snapshot } from './files/snapshot.ts';
import type { GloModel } from './model.ts';
import { trainGlo } from './train.ts';
import { openTrainingLog } from './training-log.ts';

/** A run on more images ships the codes of these many, and is measured on them. */
const mostCodes = 2000;

/** @throws DivergenceError when the loss is not finite, ContractError when the result breaks the contract. */
export async function* makeGlo(input: MakeInput<GloRecipe>): AsyncGenerator<EpochReport, CheckpointFolder> {
  const { recipe, data, provenance } = input;
  const { id, title, group, training } = recipe;
  const kind = imageKindOf(recipe.dataset);
  const dims = { ...recipe.dims, ...imageShapeOf(kind) };
  const numClasses = kind.classNames.length;
  const numImages = Math.min(recipe.dataset.numTrainingImages, mostCodes);
  const dataset: DatasetInfo = {
    ...trainingDataOf(recipe.dataset, data),
    numImages,
    labels: data.labels.subarray(0, numImages).join(''),
  };
  const networks =
    input.trainingNetwork === undefined
      ? undefined
      : await loadNetworks(input.trainingNetwork, training.guidance?.style?.network);
  const epochs = recipe.drawsEpochs
    ? createEpochsPicture({ dataset, model: modelInfo(dims, numClasses) })
    : undefined;
  const log = input.logs === undefined ? undefined : openTrainingLog(input.logs, recipe, dataset);

  const history: Record<keyof GloHistory, number[]> = { loss: [], l1: [], l2: [], contentCodeRms: [] };
  const curves = Object.keys(history) as (keyof GloHistory)[];
  const snapshots: Snapshot[] = [];
  let model: GloModel | undefined;
  for (const epoch of trainGlo({ ...data, dims, config: training, numClasses, ...networks })) {
    for (const curve of curves) history[curve].push(epoch[curve]);
    yield { epoch: epoch.epoch, numEpochs: training.numEpochs, loss: epoch.loss };
    epochs?.add(epoch.model);
    if (recipe.snapshotEpochs.includes(epoch.epoch)) snapshots.push(takeSnapshot(epoch.epoch, epoch.model));
    log?.epoch(epoch);
    model = epoch.model;
  }
  log?.close();
  networks?.dispose();
  if (!model) throw new Error(`${id}: a run needs at least one epoch.`);

  return buildCheckpoint({
    id,
    title,
    group,
    dataset,
    training,
    model,
    history,
    epochs: epochs?.encode(),
    snapshots,
    provenance,
  });
}

/** The auxiliary classifier, and what reads the style: itself, or the same network with random weights, always the same ones. */
async function loadNetworks(folder: string, style: StyleNetworkName | undefined) {
  const { config, parameters } = await readClassifier(folder);
  const auxiliaryClassifier = buildAuxiliaryClassifier(config, parameters);
  const styleNetwork =
    style === 'untrained'
      ? buildAuxiliaryClassifier(config, initializeClassifier(config, createRandom('untrained')))
      : auxiliaryClassifier;
  return {
    auxiliaryClassifier,
    styleNetwork,
    dispose() {
      for (const network of new Set([auxiliaryClassifier, styleNetwork])) network.dispose();
    },
  };
}
