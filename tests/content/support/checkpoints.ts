/** The checkpoints of the noise sweep on MNIST that the pages speak about, as they are in public/models, and what was measured of them. */
import { readFileSync } from 'node:fs';
import { entriesOf, parseCheckpointIndex } from '../../../src/contract/checkpoint-index.ts';
import type { MetricName } from '../../../src/contract/metric-names.ts';
import { checkpointFiles } from '../../../src/contract/ids.ts';
import { toggledGroups, type GloManifest, type TrainingConfig } from '../../../src/contract/families/glo.ts';
import { readManifests } from '../../../src/components/build/manifests.ts';
import { metricOf, findSetting } from '../../../src/components/build/metrics.ts';
import type { FigureFacts } from '../../../src/components/figures/shell/state/checkpoints.ts';
import { readTensors } from '../../../src/networks/tensors-file.ts';

export type Preset = TrainingConfig['preset'];
/** Those without guidance, which the chapters before *Beyond noise* speak of. */
export const presets: readonly Preset[] = ['exercise', 'lord'];

const manifests = readManifests();

/** A preset's checkpoints, σ rising. */
export const runsOf = (preset: Preset): readonly GloManifest[] =>
  manifests.filter(({ training }) => training.preset === preset);

export function runAt(preset: Preset, sigma: number): GloManifest {
  const run = runsOf(preset).find(({ training }) => training.contentNoiseStd === sigma);
  if (run) return run;
  throw new Error(`There is no checkpoint of the preset ${preset} at σ ${sigma} in public/models.`);
}

/** Mean over the seeds of a checkpoint's setting. */
export const measured = ({ id }: GloManifest, name: MetricName): number =>
  metricOf(findSetting(id), name).mean;

/** The learned content codes of a checkpoint, [images × contentDim]. */
export function contentCodesOf({ id }: GloManifest): Float32Array {
  const path = `public/models/${id}/${checkpointFiles.codes}`;
  const codes = readTensors(readFileSync(path), path).get('content_codes');
  if (codes) return codes.values;
  throw new Error(`${path} has no content_codes.`);
}

/** What the build tells each figure, as far as links to its state depend on it. */
export function figureFacts(): FigureFacts {
  const path = 'public/models/index.json';
  const checkpoints = entriesOf(parseCheckpointIndex(JSON.parse(readFileSync(path, 'utf8')), path), 'glo');
  const { dataset, model, previews } = runAt('lord', 0.3);
  return {
    checkpoints: checkpoints.filter(
      ({ dataset: name, group }) => name === 'mnist' && toggledGroups.includes(group),
    ),
    initial: { preset: 'lord', sigma: 0.3 },
    modelsUrl: '/models/',
    originalsUrl: undefined,
    previewFile: 'preview.png',
    previewImages: previews.images,
    judge: undefined,
    costs: {},
    realDiversity: {},
    numImages: dataset.numImages,
    numClasses: model.numClasses,
  };
}
