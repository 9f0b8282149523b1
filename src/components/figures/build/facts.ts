/** What each figure is told at build time, read from the checkpoints that the site will serve. For .astro files, not for islands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpointIndex } from '../../../contract/checkpoint-index.ts';
import { checkpointFiles, previewFile, type PreviewKind } from '../../../contract/ids.ts';
import { parseManifest } from '../../../contract/manifest.ts';
import { withBase } from '../../layout/links.ts';
import { findCheckpoint, type FigureFacts, type Recipe } from '../state/checkpoints.ts';
import { loadOriginals } from './originals.ts';

const models = join('public', 'models');

/** The checkpoint that a figure starts with; what every .astro wrapper lets a page choose. */
export interface CheckpointProps {
  readonly recipe?: Recipe;
  readonly sigma?: number;
}

export async function figureFacts(
  preview: PreviewKind,
  { recipe = 'lord', sigma = 0.3 }: CheckpointProps,
): Promise<FigureFacts> {
  const index = parseCheckpointIndex(await readJson('index.json'), join(models, 'index.json'));
  const checkpoints = index.checkpoints
    .filter(({ dataset }) => dataset === 'mnist')
    .map(({ id, recipe: of, contentNoiseStd }) => ({ id, recipe: of, contentNoiseStd }));
  const initial = findCheckpoint(checkpoints, recipe, sigma);
  const path = join(initial.id, checkpointFiles.manifest);
  const { dataset, model, previews } = parseManifest(await readJson(path), join(models, path));
  return {
    checkpoints,
    initial: { recipe: initial.recipe, sigma: initial.contentNoiseStd },
    modelsUrl: withBase('models/'),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    previewFile: previewFile(preview),
    previewImages: previews.images,
    numImages: dataset.numImages,
    numClasses: model.numClasses,
  };
}

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(models, path), 'utf8')) as unknown;
