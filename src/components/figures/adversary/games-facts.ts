/** What the player of adversarial training is told at build time. Not for islands. */
import type { GanHistory } from '../../../contract/families/gan.ts';
import { checkpointFiles, previewFile } from '../../../contract/ids.ts';
import { ganSetting } from '../../build/gan-series.ts';
import { readManifestOf } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import type { Course, GamesFacts } from './games.ts';
import { ofCourses, readComparisons } from './run-facts.ts';

const courseOf = ({
  discriminatorLoss,
  generatorLoss,
  inception,
  real,
  fake,
  scores,
}: GanHistory): Course => ({
  discriminatorLoss,
  generatorLoss,
  inception,
  scores: scores.map(({ from, to, ...bins }, epoch) => ({
    from,
    to,
    means: { real: real[epoch], fake: fake[epoch] },
    bins: { real: bins.real.join(' '), fake: bins.fake.join(' ') },
  })),
});

export function gamesFacts(): GamesFacts {
  const comparisons = readComparisons();
  const [{ id }] = comparisons.methods;
  const { numEpochs, stepsPerEpoch } = ganSetting(id).training;
  return {
    comparisons,
    courses: ofCourses(comparisons, courseOf),
    sheetBytes: ofCourses(comparisons, (_, run) => readManifestOf('gan', run).files.epochs.bytes),
    numEpochs,
    stepsPerEpoch,
    modelsUrl: withBase('models/'),
    sheetFile: checkpointFiles.epochs,
    samplesFile: previewFile('samples'),
    sampleRows: readManifestOf('gan', id).previews.samples.rows,
  };
}
