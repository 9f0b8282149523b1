/** What the walk between codes is told at build time: the runs that were kept after several epochs, and its first look. Not for islands. */
import { previewFile } from '../../../contract/ids.ts';
import { openGan } from '../../build/gan.ts';
import { settingsCompared } from '../../build/gan-series.ts';
import { readManifestOf } from '../../build/manifests.ts';
import { readHistoryOf } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { parseState } from '../shell/state/fields.ts';
import { looksCodes, looksFields, type KeptRun, type LooksFacts } from './looks.ts';

export function looksFacts(): LooksFacts {
  const compared = settingsCompared('methods');
  const manifest = readManifestOf('gan', compared[0].setting.id);
  const epochs = [
    ...(manifest.snapshots?.epochs ?? []).map(({ epoch }) => epoch),
    manifest.training.numEpochs,
  ];
  const runs = compared.map(({ setting: { id }, text }): KeptRun => {
    const { real, fake } = readHistoryOf('gan', id);
    const means = epochs.map((epoch) => [epoch, { real: real[epoch - 1], fake: fake[epoch - 1] }] as const);
    return { id, text, means: Object.fromEntries(means) };
  });
  const gan = openGan(manifest.id);
  const codes = looksCodes({ manifest }, parseState(looksFields({ runs, epochs }), ''));
  const { scores, gradients } = gan.discriminate(gan.generate(codes.subarray(-manifest.model.codeDim)));
  return {
    runs,
    epochs,
    modelsUrl: withBase('models/'),
    previewFile: previewFile('interpolation'),
    first: { score: scores[0], gradient: Array.from(gradients, (value) => Number(value.toPrecision(2))) },
  };
}
