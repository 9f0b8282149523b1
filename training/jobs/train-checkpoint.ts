/** One recipe from data to a written checkpoint: the first half of what a worker does with a job. */
import type { History } from '../../src/contract/history.ts';
import type { DatasetInfo } from '../../src/contract/families/glo.ts';
import { buildAuxiliaryClassifier } from '../../src/networks/classifier/auxiliary-classifier.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { loadDataset } from '../data/dataset.ts';
import { buildCheckpoint, modelInfo } from '../export/build-checkpoint.ts';
import { createEpochsPicture } from '../export/epochs-picture.ts';
import { readClassifier } from '../store/read-classifier.ts';
import { takeSnapshot, type Snapshot } from '../export/snapshot.ts';
import { openTrainingLog } from '../export/tensorboard/training-log.ts';
import { writeCheckpoint } from '../store/write-folder.ts';
import { unshippedFolder } from '../store/folders.ts';
import { trainGlo } from '../methods/glo/train.ts';
import type { GloModel } from '../methods/glo/model.ts';
import type { EpochReport, GloJob } from '../pool/messages.ts';
import { numClasses } from '../recipes/recipe.ts';

/** A run on more images ships the codes of these many, and is measured on them. */
const mostCodes = 2000;

/** @throws MnistError without data, DivergenceError when the loss is not finite, ContractError when the result breaks it. */
export async function trainCheckpoint(job: GloJob, onEpoch: (report: EpochReport) => void): Promise<void> {
  const { recipe, out } = job;
  const { id, title, group, dims, training } = recipe;
  const { numTrainingImages } = recipe.dataset;
  await startWasmBackend();
  const { name, images, labels } = await loadDataset(recipe.dataset.name, { numImages: numTrainingImages });
  const numImages = Math.min(numTrainingImages, mostCodes);
  const dataset: DatasetInfo = {
    name,
    split: 'train',
    firstImage: 0,
    numTrainingImages,
    numImages,
    labels: labels.subarray(0, numImages).join(''),
  };
  const auxiliaryClassifier =
    job.auxiliaryClassifier === undefined
      ? undefined
      : await loadAuxiliaryClassifier(job.auxiliaryClassifier);
  const epochs = recipe.drawsEpochs
    ? createEpochsPicture({ dataset, model: modelInfo(dims, numClasses) })
    : undefined;
  const log = job.logs === undefined ? undefined : openTrainingLog(job.logs, recipe, dataset);

  const history: Record<keyof History, number[]> = { loss: [], l1: [], l2: [], contentCodeRms: [] };
  const snapshots: Snapshot[] = [];
  const stepsPerEpoch = Math.ceil(numTrainingImages / training.batchSize);
  let model: GloModel | undefined;
  let started = performance.now();
  for (const epoch of trainGlo({ dims, config: training, images, labels, numClasses, auxiliaryClassifier })) {
    for (const curve of ['loss', 'l1', 'l2', 'contentCodeRms'] as const) history[curve].push(epoch[curve]);
    const now = performance.now();
    onEpoch({
      epoch: epoch.epoch,
      numEpochs: training.numEpochs,
      loss: epoch.loss,
      stepMs: (now - started) / stepsPerEpoch,
    });
    epochs?.add(epoch.model);
    if (recipe.snapshotEpochs.includes(epoch.epoch)) snapshots.push(takeSnapshot(epoch.epoch, epoch.model));
    log?.epoch(epoch);
    started = performance.now();
    model = epoch.model;
  }
  log?.close();
  auxiliaryClassifier?.dispose();
  if (!model) throw new Error(`${id}: a run needs at least one epoch.`);

  const { command, codeVersion } = job.provenance;
  const checkpoint = buildCheckpoint({
    id,
    title,
    group,
    dataset,
    training,
    model,
    history,
    epochs: epochs?.encode(),
    snapshots,
    provenance: { command, codeVersion },
  });
  await writeCheckpoint(recipe.ships ? out : unshippedFolder(out), checkpoint);
}

async function loadAuxiliaryClassifier(folder: string) {
  const { config, parameters } = await readClassifier(folder);
  return buildAuxiliaryClassifier(config, parameters);
}
