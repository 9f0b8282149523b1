/**
 * What the transfer grid shows is what the exporter says: every checkpoint's golden images, drawn by the real browser. The
 * golden cases are cells of the grid as it starts: reconstructions on its diagonal, and transfers in the row of class 3.
 */
import { readFileSync } from 'node:fs';
import { entriesOf, parseCheckpointIndex } from '../../src/contract/checkpoint-index.ts';
import { toggledGroups } from '../../src/contract/families/glo.ts';
import { goldenClass } from '../../src/contract/previews.ts';
import { chooseEngine, choosePreset, chooseSigma, openLive, transferGrid } from '../support/e2e/figures.ts';
import { readGolden } from '../support/e2e/golden.ts';
import { cellOf, largestDifference, readPicture } from '../support/e2e/ink.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const indexPath = 'public/models/index.json';
/** Those that the grid's toggles offer. */
const checkpoints = entriesOf(
  parseCheckpointIndex(JSON.parse(readFileSync(indexPath, 'utf8')), indexPath),
  'glo',
).filter(({ dataset, group }) => dataset === 'mnist' && toggledGroups.includes(group));
/** In 255ths; rounding to canvas alpha may take one of them. */
const tolerance = 2;

for (const engine of ['tfjs', 'ONNX Runtime'] as const) {
  test(
    `swapping to class 3 draws the golden images of every checkpoint, by ${engine}`,
    wideOnly,
    async ({ page }) => {
      const figure = await openLive(page, transferGrid);
      await chooseEngine(figure, engine);
      let numSwaps = 0;
      for (const { id, preset, contentNoiseStd } of checkpoints) {
        await choosePreset(figure, preset);
        await chooseSigma(figure, contentNoiseStd);
        const picture = await readPicture(figure);
        const { manifest, pictures } = readGolden(id);
        manifest.golden.cases.forEach((each, i) => {
          const column = manifest.previews.images.indexOf(each.image);
          const drawn = cellOf(picture, each.class * manifest.previews.images.length + column);
          expect(largestDifference(drawn, pictures[i]), `${id}, case ${i}`).toBeLessThanOrEqual(tolerance);
          if (each.class === goldenClass && column !== goldenClass) numSwaps++;
        });
      }
      expect(numSwaps).toBeGreaterThanOrEqual(checkpoints.length);
    },
  );
}
