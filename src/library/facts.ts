/** What a figure is told in the page of somebody else: the same as on the site, read from the folder of checkpoints when the page opens. */
import { findCheckpoint, type FigureFacts } from '../components/figures/shell/state/checkpoints.ts';
import { parseCheckpointIndex } from '../contract/checkpoint-index.ts';
import { judgeId, toggledEntries } from '../contract/families/glo-figures.ts';
import { indexFile, previewFile, type PreviewKind } from '../contract/ids.ts';
import { parseManifestOf, type Manifest } from '../contract/manifest.ts';
import { download } from '../engine/download.ts';
import { EngineError } from '../engine/engine-error.ts';
import { folderSource } from '../engine/folder-files.ts';

/** What figures on the site start with, or the nearest to it that there is. */
const initial = { preset: 'lord', sigma: 0.3 } as const;

interface FactsOptions {
  /** Folders, ending in a slash. */
  readonly modelsUrl: string;
  readonly originalsUrl: string | undefined;
  readonly preview: PreviewKind;
  readonly signal: AbortSignal;
}

/**
 * Without what it cost each checkpoint that its class is obeyed: the build of the site takes that from the metrics of all runs.
 * @throws EngineError when a file is not to be had, ContractError when one is of another version.
 */
export async function readFacts({
  modelsUrl,
  originalsUrl,
  preview,
  signal,
}: FactsOptions): Promise<FigureFacts> {
  const checkpoints = await readCheckpoints(modelsUrl, signal);
  const first = findCheckpoint(checkpoints, initial.preset, initial.sigma);
  const readManifest = (id: string): Promise<Manifest> =>
    folderSource({ id, modelsUrl, signal }).readManifest();
  const [generator, judge] = await Promise.all([readManifest(first.id), readManifest(judgeId)]);
  const { dataset, model, previews } = parseManifestOf('glo')(generator, first.id);
  const { metrics } = parseManifestOf('classifier')(judge, judgeId);
  return {
    checkpoints,
    initial: { preset: first.preset, sigma: first.contentNoiseStd },
    modelsUrl,
    originalsUrl,
    previewFile: previewFile(preview),
    previewImages: previews.images,
    judge: { id: judgeId, accuracy: metrics.testAccuracy },
    costs: {},
    realDiversity: {},
    numImages: dataset.numImages,
    numClasses: model.numClasses,
  };
}

async function readCheckpoints(modelsUrl: string, signal: AbortSignal): Promise<FigureFacts['checkpoints']> {
  const url = modelsUrl + indexFile;
  const bytes = await download(url, { signal, cache: 'no-cache' });
  if (!bytes) {
    throw new EngineError(
      'checkpoint-missing',
      `There are no models at ${modelsUrl}: ${url} answered 404. Give the folder that holds ${indexFile}.`,
    );
  }
  const index = parseCheckpointIndex(JSON.parse(new TextDecoder().decode(bytes)), url);
  const entries = toggledEntries(index);
  if (entries.length > 0)
    return entries.map(({ id, preset, contentNoiseStd }) => ({ id, preset, contentNoiseStd }));
  throw new EngineError(
    'checkpoint-missing',
    `${url} names no run of GLO on MNIST. Give the folder that npm run train:all fills.`,
  );
}
