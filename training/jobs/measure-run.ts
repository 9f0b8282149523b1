/** What is measured on one checkpoint of any method, to its `metrics.json`: the second half of what a worker does with a job. */
import { startWasmBackend } from '../../src/networks/blocks/wasm-backend.ts';
import { encodeJson } from '../export/encode-json.ts';
import { measuredOf } from '../methods/method-of.ts';
import type { RunJob } from './messages.ts';
import { checkpointFolder, measuredFile } from '../store/folders.ts';
import { writeWhole } from '../store/write-folder.ts';

/** @throws ContractError when the checkpoint or the evaluation classifier is not whole. */
export async function measureRun(job: RunJob): Promise<void> {
  const { recipe, out, evaluationClassifier, trainingNetwork, provenance } = job;
  const { command, evaluationVersion } = provenance;
  if (evaluationClassifier === undefined || evaluationVersion === undefined) {
    throw new Error(`${recipe.id} is to be measured, and the job names no evaluation classifier.`);
  }
  await startWasmBackend();
  const metrics = await measuredOf(recipe).measure({
    recipe,
    folder: checkpointFolder(out, recipe),
    evaluationClassifier,
    trainingNetwork,
    provenance: { command, evaluationVersion },
  });
  await writeWhole(measuredFile(out, recipe), encodeJson(metrics));
}
