/** Every figure draws with a real model: ink that follows the noise level, the preset and nothing else. */
import type { Locator } from '@playwright/test';
import {
  allFigures,
  expectLive,
  figureOn,
  interpolation,
  reconstructions,
  samples,
  transferGrid,
  chosenSigma,
  chooseEngine,
  choosePreset,
  chooseSigma,
  openLive,
} from '../support/e2e/figures.ts';
import { inkShare, largestDifference, readPicture, type Ink } from '../support/e2e/ink.ts';
import { expect, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

/** In 255ths: the step of a canvas is one of them. */
const betweenEngines = 2;
/** Pictures of different models differ by far more than this somewhere. */
const clearly = 64;

// The ink is the same at any width; that σ changes it on a phone is in keyboard.test.ts.
for (const place of allFigures) {
  const where = place === transferGrid ? wideAndUnderBase : wideOnly;
  test(`${place.title}: ink follows σ and the preset, there and back`, where, async ({ page }) => {
    const figure = await openLive(page, place);
    const first = await readPicture(figure);
    expect(inkShare(first)).toBeGreaterThan(0.05);
    expect(inkShare(first)).toBeLessThan(0.5);
    const expectOtherInk = async () => {
      const other = await readPicture(figure);
      expect(inkShare(other)).toBeGreaterThan(0.05);
      expect(largestDifference(other.alpha, first.alpha)).toBeGreaterThan(clearly);
    };
    const expectFirstInk = async () =>
      expect(largestDifference((await readPicture(figure)).alpha, first.alpha)).toBe(0);

    const sigma = await chosenSigma(figure);
    await chooseSigma(figure, 2);
    await expectOtherInk();
    await chooseSigma(figure, sigma);
    await expectFirstInk();

    const isStyled = await figure.getByRole('radio', { name: 'styled', exact: true }).isChecked();
    const start = isStyled ? 'styled' : 'lord';
    for (const [preset, says] of [
      ['exercise', /codes start large/],
      ['lord', /codes start near zero/],
      ['styled', /a classifier and the statistics of strokes/],
    ] as const) {
      await choosePreset(figure, preset);
      await (preset === start ? expectFirstInk() : expectOtherInk());
      await expect(figure.getByText(says)).toBeVisible();
    }
    await choosePreset(figure, start);
    await expectFirstInk();
  });
}

// The transfer grid's pictures are held to the golden ones in both engines: golden.test.ts.
for (const places of [[reconstructions], [samples, interpolation]]) {
  const titles = places.map(({ title }) => title).join(' and ');
  test(`${titles}: both engines draw the same`, wideOnly, async ({ page }) => {
    await page.goto(places[0].path);
    const byTfjs = new Map<Locator, Ink>();
    for (const place of places) {
      const figure = figureOn(page, place);
      await figure.scrollIntoViewIfNeeded();
      await expectLive(figure);
      byTfjs.set(figure, await readPicture(figure));
    }
    await chooseEngine(figureOn(page, places[places.length - 1]), 'ONNX Runtime');
    for (const [figure, tfjs] of byTfjs) {
      await figure.scrollIntoViewIfNeeded();
      await expectLive(figure);
      await expect(figure.getByText(/^Live: .*, drawn by ONNX Runtime\.$/)).toBeVisible();
      const onnx = await readPicture(figure);
      expect(inkShare(onnx)).toBeGreaterThan(0.05);
      expect(largestDifference(onnx.alpha, tfjs.alpha)).toBeLessThanOrEqual(betweenEngines);
    }
  });
}

test('the enlarged cell is drawn as a sum: hand + class → picture', async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  await figure.getByRole('gridcell', { name: /\(a 4\) with class 8\b/ }).click();
  const enlarged = figure.getByRole('region', { name: 'Enlarged cell' });
  const made = enlarged.getByRole('img', { name: /^Transfer: content of image \d+ with class 8/ });
  const [image] = /\d+/.exec((await made.getAttribute('aria-label')) ?? '') ?? [''];
  // The original, or its reconstruction where the build had no originals.
  const hand = enlarged.getByRole('img', {
    name: new RegExp(`^(Original|Reconstruction of) image ${image}`),
  });
  await expect(hand).toBeVisible();
  await expect(enlarged.getByText(`hand of image ${image}`)).toBeVisible();
  await expect(enlarged.getByText('class 8', { exact: true })).toBeVisible();
  const parts = [hand, enlarged.getByText('+', { exact: true }), enlarged.locator('.class-label')];
  const lefts = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.x ?? 0));
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  const arrow = await enlarged.getByText('→', { exact: true }).boundingBox();
  const picture = await made.boundingBox();
  expect(arrow?.x).toBeLessThan(picture?.x ?? 0);
});
