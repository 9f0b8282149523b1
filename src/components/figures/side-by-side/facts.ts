/** Which models the figures put beside each other that draw the same contents with several. Build time. */
import { type GloManifest, withFirstImages } from '../../../contract/families/glo.ts';
import { snapshotEpochsOf } from '../../../contract/snapshots.ts';
import { parseCheckpointKey, snapshotKey } from '../../../engine/checkpoint-key.ts';
import { readJudge, readManifest } from '../../build/manifests.ts';
import { settingsOf, type SettingFilter } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { costsOf } from '../shell/costs.ts';
import { contentSources, type PaneModel, type SideBySideFacts } from './state.ts';

/** Ones among the first 2,000 training images, as the chapter on swaps has them; tests hold them to be in order. */
export const leaningOnes = [248, 184, 398, 72, 270, 231, 269, 309, 345, 23] as const;

const shipped = (filter: SettingFilter): string =>
  settingsOf({ dataset: 'mnist', preset: 'lord', loss: 'l1+l2', shipped: true, ...filter })[0].id;

const plain = (contentNoiseStd: number): PaneModel => ({
  id: shipped({ group: 'sigma', contentNoiseStd }),
  text: 'noise alone',
});

const guided = (contentNoiseStd: number): PaneModel => ({
  id: shipped({ group: 'guided', contentNoiseStd }),
  text: 'guided by an auxiliary classifier',
});

const guidedSigmas = (): readonly number[] =>
  settingsOf({ group: 'guided', shipped: true }).map(({ training }) => training.contentNoiseStd);

/** Noise alone and with an auxiliary classifier, at each σ that has both. */
export function guidedFacts(): Promise<SideBySideFacts> {
  return factsOf({
    name: 'guided',
    label: 'With and without an auxiliary classifier',
    axis: 'sigma',
    initialLevel: 0,
    levels: guidedSigmas().map((sigma) => ({ level: sigma, models: [plain(sigma), guided(sigma)] })),
  });
}

/** Noise alone, with an auxiliary classifier, and with a classifier and style, at each σ that has all three. */
export function styledFacts(): Promise<SideBySideFacts> {
  return factsOf({
    name: 'styled',
    label: 'Noise alone, with a classifier, with a classifier and style',
    axis: 'sigma',
    initialLevel: 0,
    levels: guidedSigmas().map((sigma) => ({
      level: sigma,
      models: [
        plain(sigma),
        { ...guided(sigma), text: 'and a classifier' },
        { id: shipped({ preset: 'styled', contentNoiseStd: sigma }), text: 'and a classifier and style' },
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
    axis: 'sigma',
    initialLevel: sigma,
    levels: [
      {
        level: sigma,
        models: [
          plain(sigma),
          { id: whitened('per-class'), text: 'whitened' },
          { id: whitened('aligned'), text: 'whitened, aligned' },
        ],
      },
    ],
  });
}

/** Both presets at σ = 0.3, after the epochs that they keep and after the last. @throws Error when one keeps none, or others. */
export function learningFacts(): Promise<SideBySideFacts> {
  const runs = (['exercise', 'lord'] as const).map((preset) =>
    readManifest(shipped({ group: 'sigma', preset, contentNoiseStd: 0.3 })),
  );
  const [{ dataset, training, snapshots }] = runs;
  const epochs = snapshotEpochsOf(runs[0]);
  if (!snapshots || runs.some((run) => snapshotEpochsOf(run).join() !== epochs.join())) {
    const ids = runs.map(({ id }) => id).join(' ');
    throw new Error(
      `${ids} do not keep the same earlier epochs. Train them again: npm run train -- ${ids} --force.`,
    );
  }
  const paneOf = (run: GloManifest, epoch: number): PaneModel => ({
    id: epoch === training.numEpochs ? run.id : snapshotKey(run.id, epoch),
    text: `${run.training.preset}, epoch ${epoch}`,
  });
  return factsOf({
    name: 'learning',
    label: 'Two presets, learning',
    axis: 'epoch',
    initialLevel: training.numEpochs,
    levels: [...epochs, training.numEpochs].map((epoch) => ({
      level: epoch,
      models: runs.map((run) => paneOf(run, epoch)),
    })),
    // A snapshot has the codes of the first images alone, too few for ten ones of many slants.
    sources: ['each', 'any'],
    labels: withFirstImages(dataset, snapshots.numImages).labels,
  });
}

type Chosen = Pick<SideBySideFacts, 'name' | 'label' | 'axis' | 'levels' | 'initialLevel'> &
  Partial<Pick<SideBySideFacts, 'sources' | 'labels'>>;

async function factsOf(chosen: Chosen): Promise<SideBySideFacts> {
  const judge = readJudge();
  const { dataset, model } = readManifest(parseCheckpointKey(chosen.levels[0].models[0].id).id);
  return {
    sources: contentSources,
    labels: dataset.labels,
    ...chosen,
    modelsUrl: withBase('models/'),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
    costs: costsOf(chosen.levels.flatMap(({ models }) => models.map(({ id }) => parseCheckpointKey(id).id))),
    leaningOnes,
    numClasses: model.numClasses,
  };
}
