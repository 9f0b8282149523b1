/** The figure of images that it never saw: three ways to find codes, any class to draw them with, both engines. */
import { chooseEngine, expectLive, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const unseen: FigurePlace = { name: 'unseen', title: 'images that it never saw', path: 'reconstructions/' };

test('contents are drawn with another class, and the judge counts who obeys', async ({ page }) => {
  const figure = await openLive(page, unseen);
  await figure.getByRole('radio', { name: 'styled' }).check();
  await figure.getByRole('radio', { name: 'σ 0.1' }).check();
  await figure.getByRole('combobox', { name: 'Draw with' }).selectOption({ label: '9' });
  await expectLive(figure);
  const counts = figure.locator('[data-way] small');
  await expect(counts.first()).toHaveText('10 of 10');
  await expect(counts.last()).toHaveText(/^[0-8] of 10$/);
  expect(await smallTargets(figure)).toEqual([]);
});

test('ONNX Runtime draws the same from the codes', wideOnly, async ({ page }) => {
  const figure = await openLive(page, unseen);
  const picture = figure.locator('[data-way="encoded"] .digit-grid');
  const drawn = await readInk(picture);
  await chooseEngine(figure, 'ONNX Runtime');
  await expect(figure.getByText(/drawn by ONNX Runtime\.$/)).toBeVisible();
  expect(largestDifference((await readInk(picture)).alpha, drawn.alpha)).toBeLessThanOrEqual(2);
});
