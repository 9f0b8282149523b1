/** The judge, reading pictures while the site is built: for what is chosen by a measurement on them. Not for islands. */
import { readFileSync } from 'node:fs';
import { modelsFolder } from '../../contract/ids.ts';
import { buildClassifier, type Classifier } from '../../networks/classifier/classifier.ts';
import { classifierShapes } from '../../networks/classifier/parameters.ts';
import { readTensors, requireTensors } from '../../networks/tensors-file.ts';
import { startBackend } from './backend.ts';
import { readJudge } from './manifests.ts';

/** Opens the judge for as long as `use` runs; undefined where there is none. */
export async function withJudge<Result>(
  use: (classify: Classifier['classify']) => Promise<Result>,
): Promise<Result | undefined> {
  const judge = readJudge();
  if (!judge) return undefined;
  await startBackend();
  const path = `${modelsFolder}/${judge.id}/${judge.files.weights.path}`;
  const shapes = classifierShapes(judge.model);
  const classifier = buildClassifier(
    judge.model,
    requireTensors(readTensors(readFileSync(path), path), shapes, path),
  );
  try {
    return await use((images) => classifier.classify(images));
  } finally {
    classifier.dispose();
  }
}
