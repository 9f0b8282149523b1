/** Which models the figures of the last chapter put beside each other. Build time. */
import { readJudge, readManifest } from '../../build/manifests.ts';
import { settingsOf, type SettingFilter } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import type { PaneModel, SideBySideFacts } from '../state/side-by-side.ts';
import { loadOriginals } from './originals.ts';

/** Ones among the first 2,000 training images, as the chapter on swaps has them; tests hold them to be in order. */
export const leaningOnes = [248, 184, 398, 72, 270, 231, 269, 309, 345, 23] as const;

const shipped = (filter: SettingFilter): string =>
  settingsOf({ dataset: 'mnist', recipe: 'lord', loss: 'l1+l2', shipped: true, ...filter })[0].id;

const plain = (contentNoiseStd: number): PaneModel => ({
  id: shipped({ group: 'sigma', contentNoiseStd }),
  text: 'noise alone',
});

/** Noise alone and with a critic, at each σ that has both. */
export async function guidedFacts(): Promise<SideBySideFacts> {
  const sigmas = settingsOf({ group: 'guided', shipped: true }).map(
    ({ training }) => training.contentNoiseStd,
  );
  return factsOf({
    name: 'guided',
    label: 'With and without a critic',
    initialSigma: 0,
    levels: sigmas.map((sigma) => ({
      sigma,
      models: [
        plain(sigma),
        { id: shipped({ group: 'guided', contentNoiseStd: sigma }), text: 'guided by a critic' },
      ],
    })),
  });
}

/** Noise alone, whitened, and whitened with the axes of all classes turned alike. */
export function whitenedFacts(): Promise<SideBySideFacts> {
  const sigma = 0.3;
  const whitened = (contentWhitening: 'per-class' | 'aligned') =>
    shipped({ group: 'whitening', contentNoiseStd: sigma, contentWhitening });
  return factsOf({
    name: 'whitened',
    label: 'Plain, whitened and aligned',
    initialSigma: sigma,
    levels: [
      {
        sigma,
        models: [
          plain(sigma),
          { id: whitened('per-class'), text: 'whitened' },
          { id: whitened('aligned'), text: 'whitened, aligned' },
        ],
      },
    ],
  });
}

async function factsOf(
  chosen: Pick<SideBySideFacts, 'name' | 'label' | 'levels' | 'initialSigma'>,
): Promise<SideBySideFacts> {
  const judge = readJudge();
  const { dataset, model } = readManifest(chosen.levels[0].models[0].id);
  return {
    ...chosen,
    modelsUrl: withBase('models/'),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
    labels: dataset.labels,
    leaningOnes,
    numClasses: model.numClasses,
  };
}
