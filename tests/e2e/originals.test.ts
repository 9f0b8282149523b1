/** What a build is given: MNIST, whose images stand beside the models' pictures, or else a note, as in the build under a base path. */
import { decode } from 'fast-png';
import { sheetPosition } from '../../src/components/figures/originals/original-sheets.ts';
import { chooseSigma, openLive, reconstructions, transferGrid } from '../support/e2e/figures.ts';
import { cellOf, cellSize, readPicture, type Ink } from '../support/e2e/ink.ts';
import { expectNoViolations } from '../support/e2e/axe.ts';
import { expect, test, underBaseOnly, wideOnly } from '../support/e2e/test.ts';

const note = 'The original images are not in this build: npm run data fetches MNIST, then build again.';

test(
  'originals stand above their own reconstructions, or a note says how to get them',
  wideOnly,
  async ({ page, request }) => {
    const sheet = await request.get('data/originals/0.png');
    const figure = await openLive(page, reconstructions, 'recipe:lord,sigma:0');
    const originals = figure.getByRole('img', { name: /^Original image \d+, an? \d$/ });
    if (!sheet.ok()) {
      await expect(originals).toHaveCount(0);
      await expect(figure.getByText(note)).toBeVisible();
      return;
    }
    await expect(figure.getByText(note)).toHaveCount(0);
    await expect(originals).toHaveCount(10);

    const drawn = await readPicture(figure);
    const { data, width } = decode(await sheet.body());
    const originalInk: Ink = { width, alpha: Uint8Array.from(data).filter((_, i) => i % 2 === 1) };
    for (const [cell, original] of (await originals.all()).entries()) {
      await expect(original).toHaveCSS('background-image', /data\/originals\/0\.png/);
      const image = Number(/\d+/.exec((await original.getAttribute('aria-label')) ?? '')?.[0]);
      const { row, column } = sheetPosition(image);
      const ink = cellOf(originalInk, row * (width / cellSize) + column);
      const likeness = Array.from({ length: 10 }, (_, i) => correlation(ink, cellOf(drawn, i)));
      expect(likeness.indexOf(Math.max(...likeness)), `image ${image}`).toBe(cell);
    }
  },
);

test('without MNIST the figures say so and work', underBaseOnly, async ({ page }) => {
  for (const place of [reconstructions, transferGrid]) {
    const figure = await openLive(page, place);
    await expect(figure.getByText(note)).toBeVisible();
    await expect(figure.getByRole('img', { name: /^Original/ })).toHaveCount(0);
    await chooseSigma(figure, 5);
    await expect(figure.getByText('Live: preset lord, σ 5, drawn by tfjs.')).toBeVisible();
    await expectNoViolations(page);
  }
});

/** Pearson's. */
function correlation(a: Uint8Array, b: Uint8Array): number {
  const mean = (values: Uint8Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - meanA) * (b[i] - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}
