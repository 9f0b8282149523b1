/** One recipe of any method from data to a written checkpoint: the first half of what a worker does with a job. */
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { loadSplit, splitImages } from '../data/split.ts';
import type { EpochReport } from '../methods/method.ts';
import { methodOf } from '../methods/method-of.ts';
import type { RunJob } from './messages.ts';
import { stepsOf } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';
import { writeFolder } from '../store/write-folder.ts';

type Report = EpochReport & { readonly stepMs: number };

/** @throws MnistError without data, and what the method's `make` throws. */
export async function trainRun(job: RunJob, onEpoch: (report: Report) => void): Promise<void> {
  const { recipe, pictures, out, provenance, trainingNetwork, logs } = job;
  const { command, codeVersion } = provenance;
  await startWasmBackend();
  const { training: data, validation } = pictures
    ? splitImages(pictures, recipe.dataset)
    : await loadSplit(recipe.dataset);
  const stepsPerEpoch = stepsOf(recipe) / recipe.training.numEpochs;
  const epochs = methodOf(recipe).make({
    recipe,
    data,
    validation,
    trainingNetwork,
    logs,
    provenance: { command, codeVersion },
  });
  for (let started = performance.now(); ; started = performance.now()) {
    const step = await epochs.next();
    if (step.done) {
      await writeFolder(checkpointFolder(out, recipe), step.value.files);
      return;
    }
    onEpoch({ ...step.value, stepMs: (performance.now() - started) / stepsPerEpoch });
  }
}
