/** Which data sets have to have their baselines and marks measured. Reads and hashes; makes nothing. */
import { join } from 'node:path';
import type { DatasetName } from '../../src/contract/datasets.ts';
import { codeVersion, versionWith } from '../export/code-version.ts';
import type { ReferenceJob } from '../jobs/messages.ts';
import { readReferenceMetrics } from '../store/read-metrics.ts';
import { damageOf, type SupportNetworks, type Plan } from './plan.ts';
import { weightsHash } from './versions.ts';

export async function planReferences(
  names: readonly DatasetName[],
  { out, supportNetworks, force }: { out: string; supportNetworks: SupportNetworks; force: boolean },
): Promise<Plan<ReferenceJob>> {
  const evaluation = await codeVersion('training/jobs/measure-dataset.ts');
  const jobs: ReferenceJob[] = [];
  const damaged: string[] = [];
  for (const dataset of names) {
    const id = referenceId(dataset);
    const evaluationClassifier = supportNetworks.evaluationClassifierFor(dataset);
    const auxiliaryClassifier = supportNetworks.auxiliaryClassifierFor(dataset);
    const hashes = await Promise.all([evaluationClassifier, auxiliaryClassifier].map(weightsHash));
    const evaluationVersion = versionWith(evaluation, hashes);
    const folder = join(out, id);
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
