/** What each figure is told at build time, read from the checkpoints that the site will serve. For .astro files, not for islands. */
import { previewFile, type PreviewKind } from '../../../contract/ids.ts';
import { readJudge, readManifest, readManifests } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { costsOf, realDiversity } from './costs.ts';
import { findCheckpoint, type FigureFacts, type Preset } from './state/checkpoints.ts';

/** The checkpoint that a figure starts with; what every .astro wrapper lets a page choose. */
export interface CheckpointProps {
  readonly preset?: Preset;
  readonly sigma?: number;
}

export async function figureFacts(
  preview: PreviewKind,
  { preset = 'lord', sigma = 0.3 }: CheckpointProps,
): Promise<FigureFacts> {
  const checkpoints = readManifests().map(({ id, training }) => ({
    id,
    preset: training.preset,
    contentNoiseStd: training.contentNoiseStd,
  }));
  const initial = findCheckpoint(checkpoints, preset, sigma);
  const { dataset, model, previews } = readManifest(initial.id);
  const judge = readJudge();
  return {
    checkpoints,
    initial: { preset: initial.preset, sigma: initial.contentNoiseStd },
    modelsUrl: withBase('models/'),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    previewFile: previewFile(preview),
    previewImages: previews.images,
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
    costs: costsOf(checkpoints.map(({ id }) => id)),
    realDiversity: realDiversity(),
    numImages: dataset.numImages,
    numClasses: model.numClasses,
  };
}
