/** One recipe from data to a written checkpoint: what a worker does with a job. */
import type { History } from '../src/contract/history.ts';
import { startWasmBackend } from '../src/networks/wasm-backend.ts';
import { loadDataset } from './data/dataset.ts';
import { buildCheckpoint } from './export/build-checkpoint.ts';
import { writeCheckpoint } from './export/write-checkpoint.ts';
import { trainGlo } from './methods/glo/train.ts';
import type { GloModel } from './methods/glo/model.ts';
import type { EpochReport, Job } from './pool/messages.ts';
import { numClasses } from './recipes/recipe.ts';

/** @throws MnistError without data, DivergenceError when the loss is not finite, ContractError when the result breaks it. */
export async function trainCheckpoint(job: Job, onEpoch: (report: EpochReport) => void): Promise<void> {
  const { recipe, out, provenance } = job;
  const { id, title, dims, training } = recipe;
  await startWasmBackend();
  const { name, numImages, images, labels } = await loadDataset(recipe.dataset.name, recipe.dataset);

  const history: Record<keyof History, number[]> = { loss: [], l1: [], l2: [], contentCodeRms: [] };
  const stepsPerEpoch = Math.ceil(numImages / training.batchSize);
  let model: GloModel | undefined;
  let started = performance.now();
  for (const epoch of trainGlo({ dims, config: training, images, labels, numClasses })) {
    for (const curve of ['loss', 'l1', 'l2', 'contentCodeRms'] as const) history[curve].push(epoch[curve]);
    const now = performance.now();
    onEpoch({
      epoch: epoch.epoch,
      numEpochs: training.numEpochs,
      loss: epoch.loss,
      stepMs: (now - started) / stepsPerEpoch,
    });
    started = now;
    model = epoch.model;
  }
  if (!model) throw new Error(`${id}: a run needs at least one epoch.`);

  const dataset = {
    name,
    split: 'train',
    firstImage: 0,
    numImages,
    labels: Array.from(labels).join(''),
  } as const;
  await writeCheckpoint(
    out,
    buildCheckpoint({ id, title, dataset, images, training, model, history, provenance }),
  );
}
