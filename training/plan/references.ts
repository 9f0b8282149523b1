/** Which data sets have to have their baselines and marks measured. Reads and hashes; makes nothing. */
import { codeVersion, versionWith } from '../export/code-version.ts';
import { readReferenceMetrics } from '../store/read-metrics.ts';
import { measuredFolder } from '../store/folders.ts';
import type { ReferenceJob } from '../pool/messages.ts';
import {
  auxiliaryClassifierOf,
  folderOf,
  evaluationClassifierOf,
  type ClassifierFolders,
} from './classifiers.ts';
import { damageOf, type DatasetName, type Plan } from './plan.ts';
import { weightsHash } from './versions.ts';

export async function planReferences(
  names: readonly DatasetName[],
  { out, folders, force }: { out: string; folders: ClassifierFolders; force: boolean },
): Promise<Plan<ReferenceJob>> {
  const evaluation = await codeVersion('training/jobs/measure-dataset.ts');
  const jobs: ReferenceJob[] = [];
  const damaged: string[] = [];
  for (const dataset of names) {
    const id = referenceId(dataset);
    const evaluationClassifier = folderOf(folders, evaluationClassifierOf(dataset));
    const auxiliaryClassifier = folders.get(auxiliaryClassifierOf(dataset));
    const hashes = await Promise.all(
      [evaluationClassifier, ...(auxiliaryClassifier === undefined ? [] : [auxiliaryClassifier])].map(
        weightsHash,
      ),
    );
    const evaluationVersion = versionWith(evaluation, hashes);
    const folder = measuredFolder(out, { id });
    const found = await readReferenceMetrics(folder).catch(() => undefined);
    if (!force && found?.provenance.evaluationVersion === evaluationVersion) continue;
    if (!force) damaged.push(...(await damageOf(readReferenceMetrics(folder))));
    const provenance = { command: `npm run evaluate -- ${id}`, evaluationVersion };
    jobs.push({
      kind: 'reference',
      id,
      out,
      dataset,
      evaluationClassifier,
      auxiliaryClassifier,
      numSteps: 1,
      provenance,
    });
  }
  return { jobs, numUpToDate: 0, damaged };
}

export const referenceId = (dataset: DatasetName): string => `reference-${dataset}-floors`;
