/** The models that differ in their loss alone, for the figure, the table and the curves of the chapter on losses. Build time. */
import { readJudge, readManifest } from '../../build/manifests.ts';
import { readRunMetrics, runMetricOf, settingsOf, type Setting } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { lossNames } from './loss-texts.ts';
import type { LossesFacts } from './state.ts';

const sigma = 0.3;

/** L1, L2, L1 + L2, perceptual: L1 + L2 is in the noise sweep. */
export function lossSettings(): readonly Setting[] {
  const common = { dataset: 'mnist', preset: 'lord', contentNoiseStd: sigma } as const;
  return [
    ...settingsOf({ ...common, group: 'losses' }),
    ...settingsOf({ ...common, group: 'sigma', loss: 'l1+l2' }),
  ].sort((a, b) => lossNames.indexOf(a.training.loss) - lossNames.indexOf(b.training.loss));
}

export async function lossesFacts(): Promise<LossesFacts> {
  const settings = lossSettings();
  const judge = readJudge();
  return {
    runs: settings.map(({ id, training }) => {
      const run = readRunMetrics(id);
      const [l1, l2] = (['reconstruction.l1', 'reconstruction.l2'] as const).map((each) =>
        runMetricOf(run, each),
      );
      return { id, loss: training.loss, remark: `L1 ${l1.toFixed(4)}, L2 ${l2.toFixed(4)}` };
    }),
    sigma,
    modelsUrl: withBase('models/'),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    judge: judge && { id: judge.id, accuracy: judge.metrics.testAccuracy },
    labels: readManifest(settings[0].id).dataset.labels,
  };
}
