/**
 * What the transfer grid shows is what the exporter says: golden images of checkpoints, drawn by the real browser. The golden cases are cells of
 * the grid as it starts: reconstructions on its diagonal, and transfers in the row of class 3. Without a browser, tests/checkpoints has all
 * checkpoints by both engines.
 */
import { readFileSync } from 'node:fs';
import { parseCheckpointIndex } from '../../src/contract/checkpoint-index.ts';
import { toggledEntries } from '../../src/contract/families/glo-figures.ts';
import { chooseEngine, choosePreset, chooseSigma, openLive, transferGrid } from '../support/e2e/figures.ts';
import { goldenCells, goldenTolerance } from '../support/e2e/golden.ts';
import { cellOf, largestDifference, readPicture } from '../support/e2e/ink.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const indexPath = 'public/models/index.json';
/** Those that the grid's toggles offer. */
const checkpoints = toggledEntries(
  parseCheckpointIndex(JSON.parse(readFileSync(indexPath, 'utf8')), indexPath),
);

const firstOfPresets = checkpoints.filter(
  ({ preset }, i) => checkpoints.findIndex((other) => other.preset === preset) === i,
);

for (const { engine, which, drawn } of [
  { engine: 'tfjs', which: 'every checkpoint', drawn: checkpoints },
  { engine: 'ONNX Runtime', which: 'one checkpoint of each preset', drawn: firstOfPresets },
] as const) {
  test(
    `swapping to class 3 draws the golden images of ${which}, by ${engine}`,
    wideOnly,
    async ({ page }) => {
      const figure = await openLive(page, transferGrid);
      await chooseEngine(figure, engine);
      let numSwaps = 0;
      for (const { id, preset, contentNoiseStd } of drawn) {
        await choosePreset(figure, preset);
        await chooseSigma(figure, contentNoiseStd);
        const picture = await readPicture(figure);
        for (const { cell, picture: golden, isSwap } of goldenCells(id)) {
          const difference = largestDifference(cellOf(picture, cell), golden);
          expect(difference, `${id}, cell ${cell}`).toBeLessThanOrEqual(goldenTolerance);
          if (isSwap) numSwaps++;
        }
      }
      expect(numSwaps).toBeGreaterThanOrEqual(drawn.length);
    },
  );
}
