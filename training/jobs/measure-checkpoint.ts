/** What is measured on one checkpoint, from its files to `metrics.json`: the second half of what a worker does with a job. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointFiles, previewFile } from '../../src/contract/ids.ts';
import { contractVersion } from '../../src/contract/parts.ts';
import {
  parseRunMetrics,
  roundValues,
  type MetricValues,
  type RunMetrics,
} from '../../src/contract/metrics.ts';
import { buildClassifier } from '../../src/networks/classifier/classifier.ts';
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { loadDataset } from '../data/dataset.ts';
import { makeStrokes } from '../data/strokes.ts';
import { contentSamplersFor } from '../evaluation/content-samplers.ts';
import { measureHeldOut } from '../evaluation/held-out.ts';
import { measureRun } from '../evaluation/measure-run.ts';
import { encodeJson } from '../export/encode-json.ts';
import { loadCheckpoint, type LoadedCheckpoint } from '../store/load-checkpoint.ts';
import { readClassifier } from '../store/read-classifier.ts';
import { writeFolder, writeWhole } from '../store/write-folder.ts';
import { checkpointFolder, measuredFolder, shownPreviews } from '../store/folders.ts';
import { predictorFor } from '../methods/glo/later-mistakes.ts';
import type { GloJob } from '../pool/messages.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureCheckpoint(job: GloJob): Promise<void> {
  const { recipe, out, provenance } = job;
  await startWasmBackend();
  const whole = checkpointFolder(out, recipe);
  const checkpoint = await loadCheckpoint(whole);
  const { values, projection } = await measure(checkpoint, job);
  const { manifest } = checkpoint;
  const metrics = parseRunMetrics(
    {
      contractVersion,
      id: recipe.id,
      title: manifest.title,
      group: manifest.group,
      dataset: { name: manifest.dataset.name, numTrainingImages: manifest.dataset.numTrainingImages },
      model: { classDim: manifest.model.classDim, contentDim: manifest.model.contentDim },
      training: manifest.training,
      shipped: recipe.ships,
      metrics: roundValues(values),
      ...(projection && { projection }),
      provenance: {
        command: provenance.command,
        codeVersion: manifest.provenance.codeVersion,
        evaluationVersion: provenance.evaluationVersion,
      },
    } satisfies RunMetrics,
    `metrics of ${recipe.id}`,
  );
  const folder = measuredFolder(out, recipe);
  if (recipe.ships) {
    await writeWhole(join(folder, checkpointFiles.metrics), encodeJson(metrics));
    return;
  }
  // Without weights the site still gets the curves and pictures; `metrics.json` vouches for all.
  const files = new Map<string, Uint8Array>([[checkpointFiles.metrics, encodeJson(metrics)]]);
  const pictures = shownPreviews(recipe).map(previewFile);
  for (const path of [manifest.files.history.path, ...pictures, manifest.files.epochs?.path]) {
    if (path !== undefined) files.set(path, await readFile(join(whole, path)));
  }
  await writeFolder(folder, files);
}

async function measure(checkpoint: LoadedCheckpoint, { recipe, evaluationClassifier: folder }: GloJob) {
  const { manifest, parameters, contentCodes, classCodes, history } = checkpoint;
  const { dataset, model, training } = manifest;
  const { images } = await loadDataset(dataset.name, { numImages: dataset.numImages });
  const { config, parameters: classifierParameters } = await readClassifier(folder);
  const evaluationClassifier = buildClassifier(config, classifierParameters);
  const predictor = predictorFor(training.mistake, model, parameters);
  const source = { manifest, contentCodes, classCodes };
  try {
    const values: MetricValues = measureRun({
      source,
      contentNoiseStd: training.contentNoiseStd,
      trainLoss: history.loss.at(-1) ?? NaN,
      predict: (codes) => predictor.predict(codes),
      evaluationClassifier,
      images,
      ...(dataset.name === 'strokes' && {
        factors: makeStrokes({ seed: 'train', numImages: dataset.numImages }).factors,
      }),
      samplers: contentSamplersFor(training.mistake),
      tier: recipe.evaluation === 'light' ? 'light' : 'full',
    });
    if (recipe.evaluation !== 'projected') return { values };
    const unseen = await loadDataset(dataset.name, { numImages: numUnseen[dataset.name], split: 'test' });
    const heldOut = measureHeldOut({
      source,
      parameters,
      images: unseen.images,
      labels: unseen.labels,
      trainImages: images,
    });
    return { values: { ...values, ...heldOut.metrics }, projection: heldOut.projection };
  } finally {
    predictor.dispose();
    evaluationClassifier.dispose();
  }
}

/** The test split that the projected images are taken from. */
const numUnseen = { mnist: 10_000, strokes: 2000 } as const;
