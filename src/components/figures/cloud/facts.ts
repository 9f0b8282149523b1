/** What the figure of the cloud is told at build time: the models of the noise sweep, and its first pictures. Not for islands. */
import { sheetUrl, withGenerator } from '../../build/generator.ts';
import { readManifest } from '../../build/manifests.ts';
import { figureFacts } from '../shell/facts.ts';
import { presetsOf, sigmasOf } from '../shell/state/checkpoints.ts';
import { cloudCodes, drawColumns, type CloudFacts } from './state.ts';

/** The bold 3 that the other figures start with too. */
const firstClass = 3;

export async function cloudFacts(): Promise<CloudFacts> {
  const { checkpoints, previewImages, judge, numClasses, originalsUrl } = await figureFacts('transfers', {});
  const levels = sigmasOf(checkpoints).map((sigma) => ({
    sigma,
    models: presetsOf(checkpoints).flatMap((preset) =>
      checkpoints.filter((each) => each.preset === preset && each.contentNoiseStd === sigma),
    ),
  }));
  const initial = { sigma: 0.3, noise: 0.6, image: previewImages[firstClass], seed: 0 };
  const models = levels.find(({ sigma }) => sigma === initial.sigma)?.models ?? [];
  const firstFrames = await Promise.all(
    models.map(({ id }) =>
      withGenerator(id, ({ checkpoint, predict }) =>
        sheetUrl(predict(cloudCodes(checkpoint, initial)), drawColumns, checkpoint.manifest.model),
      ),
    ),
  );
  return {
    levels: levels.map(({ sigma, models: all }) => ({
      sigma,
      models: all.map(({ id, preset }) => ({ id, preset })),
    })),
    initial,
    firstFrames,
    labels: readManifest(models[0].id).dataset.labels,
    numClasses,
    judge,
    originalsUrl,
  };
}
