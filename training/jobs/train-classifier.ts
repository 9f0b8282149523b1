/** One classifier's recipe from data to a written folder, as train-checkpoint.ts is for GLO. */
import type { ClassifierManifest } from '../../src/contract/families/classifier.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { loadDataset } from '../data/dataset.ts';
import { buildClassifierFolder } from '../export/build-classifier.ts';
import { writeCheckpoint } from '../store/write-folder.ts';
import { fitClassifier } from '../methods/classifier/train.ts';
import type { EpochReport } from '../pool/messages.ts';
import type { ClassifierRecipe } from '../recipes/classifiers.ts';

export interface ClassifierJob {
  readonly recipe: ClassifierRecipe;
  /** The folder that gets a folder named after the recipe's id. */
  readonly out: string;
  readonly provenance: ClassifierManifest['provenance'];
}

/** Images of the split `test` that the accuracy in the manifest is measured on. */
const numTestImages = { mnist: 10_000, strokes: 2_000 } as const;

/** @throws MnistError without data, Error when it diverges, ContractError when the result breaks it. */
export async function trainClassifier(
  { recipe, out, provenance }: ClassifierJob,
  onEpoch: (report: EpochReport) => void,
): Promise<ClassifierManifest> {
  const { id, title, network, training } = recipe;
  const { name, numImages } = recipe.dataset;
  await startWasmBackend();
  const { images, labels } = await loadDataset(name, { numImages });
  const test = await loadDataset(name, { numImages: numTestImages[name], split: 'test' });

  const stepsPerEpoch = Math.ceil(numImages / training.batchSize);
  let parameters;
  let started = performance.now();
  for (const epoch of fitClassifier({ network, training, images, labels })) {
    const now = performance.now();
    const stepMs = (now - started) / stepsPerEpoch;
    onEpoch({ epoch: epoch.epoch, numEpochs: training.numEpochs, loss: epoch.loss, stepMs });
    started = now;
    parameters = epoch.parameters;
  }
  if (!parameters) throw new Error(`${id}: a run needs at least one epoch.`);

  const dataset = { name, split: 'train', numImages } as const;
  const folder = buildClassifierFolder({
    id,
    title,
    dataset,
    network,
    training,
    parameters,
    test,
    provenance,
  });
  await writeCheckpoint(out, folder);
  return folder.manifest;
}
