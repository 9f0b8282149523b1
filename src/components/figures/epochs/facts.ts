/** What the epoch scrubber is told at build time: the runs that drew their epochs, their losses, and the first frame. Not for islands. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { decode, encode } from 'fast-png';
import { checkpointFiles } from '../../../contract/ids.ts';
import { epochsPicture } from '../../../contract/previews.ts';
import { readManifest } from '../../build/manifests.ts';
import { modelsFolder } from '../../../contract/ids.ts';
import { readHistory, referenceOf, settingsOf, type Setting } from '../../build/metrics.ts';
import { withBase } from '../../layout/links.ts';
import { loadOriginals } from '../originals/originals.ts';
import { findRun, type EpochRun, type EpochsFacts, type EpochsState } from './state.ts';

/** Learning through epochs: each loss by itself is in two groups, L1 + L2 in the noise sweep. */
const groups: readonly Setting['group'][] = ['sigma', 'losses', 'epochs'];

const sheetOf = (id: string): string => `${modelsFolder}/${id}/${checkpointFiles.epochs}`;

/** @throws Error when no run drew its epochs. */
export function readEpochRuns(): readonly EpochRun[] {
  const runs = settingsOf({ dataset: 'mnist', preset: 'lord' })
    .filter(({ id, group }) => groups.includes(group) && existsSync(sheetOf(id)))
    .map(({ id, training }): EpochRun => {
      const { l1, l2 } = readHistory(id);
      return {
        id,
        loss: training.loss,
        contentNoiseStd: training.contentNoiseStd,
        bytes: statSync(sheetOf(id)).size,
        l1,
        l2,
      };
    });
  if (runs.length > 0) return runs;
  throw new Error(
    `No run of ${modelsFolder} has ${checkpointFiles.epochs}. Make them with npm run train:all -- --group epochs.`,
  );
}

export async function epochsFacts({
  loss = 'l1+l2',
  sigma = 0.3,
}: Partial<Pick<EpochsState, 'loss' | 'sigma'>>): Promise<EpochsFacts> {
  const runs = readEpochRuns();
  const first = findRun(runs, { loss, sigma });
  const { previews, model } = readManifest(
    settingsOf({ group: 'sigma', dataset: 'mnist', preset: 'lord' })[0].id,
  );
  return {
    runs,
    initial: { loss: first.loss, sigma: first.contentNoiseStd },
    numEpochs: first.l1.length,
    modelsUrl: withBase('models/'),
    sheetFile: checkpointFiles.epochs,
    firstFrameUrl: withBase(`data/epochs/${first.id}.png`),
    originalsUrl: (await loadOriginals()) && withBase('data/originals/'),
    floor: referenceOf('baseline.class-only.loss'),
    columns: epochsPicture.classes.map((digit) => ({
      digit,
      image: previews.images[digit],
      target: (digit + epochsPicture.transferShift) % model.numClasses,
    })),
  };
}

/** The last row of a run's sheet as a picture by itself. */
export function encodeLastEpoch(id: string): Uint8Array<ArrayBuffer> {
  const { width, height, data, palette } = decode(readFileSync(sheetOf(id)));
  if (!palette) throw new Error(`${sheetOf(id)} has no palette: the trainer writes its pictures with one.`);
  const cellSize = width / (2 * epochsPicture.classes.length);
  const row = Uint8Array.from(data.subarray((height - cellSize) * width));
  return Uint8Array.from(encode({ width, height: cellSize, data: row, channels: 1, palette }));
}
