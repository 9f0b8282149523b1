/** The figures of the chapter beyond noise: models side by side; and what is left of the map that was here. */
import { figureOn, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { expectPanesLive, pane } from '../support/e2e/panes.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const place = (name: string, title: string): FigurePlace => ({ name, title, path: 'beyond/' });
const guided = place('guided', 'with and without an auxiliary classifier');
const styled = place('styled', 'noise alone, a classifier, and style');

/** In 255ths: pictures of different codes differ by far more than this somewhere. */
const clearly = 64;

/** The map is in the chapter on the method now; old links know it here. */
for (const hash of ['#content-map', '#fig-content-map=x:2,y:2']) {
  test(`an old link to the map, ${hash}, comes upon the one that leads on`, wideOnly, async ({ page }) => {
    await page.goto(`beyond/${hash}`);
    const link = page.locator('#content-map').getByRole('link');
    await expect(link).toBeInViewport();
    await link.click();
    await expect(page.locator('[data-figure="content-map"]')).toBeInViewport();
  });
}

test('σ changes both models together; a link brings it back', async ({ page }) => {
  const figure = figureOn(page, guided);
  await page.goto(guided.path);
  await figure.scrollIntoViewIfNeeded();
  await expectPanesLive(figure, ['glo-mnist-lord-sigma0', 'glo-mnist-guided-lambda0.02-sigma0']);
  const [plain, withCritic] = [await readInk(pane(figure, 0)), await readInk(pane(figure, 1))];
  expect(largestDifference(plain.alpha, withCritic.alpha)).toBeGreaterThan(clearly);

  await figure.getByRole('radio', { name: 'σ 1', exact: true }).check();
  await expectPanesLive(figure, ['glo-mnist-lord-sigma1', 'glo-mnist-guided-lambda0.02-sigma1']);
  const noisy = await readInk(pane(figure, 1));
  expect(largestDifference(noisy.alpha, withCritic.alpha)).toBeGreaterThan(clearly);
  await expect(page).toHaveURL(/#fig-guided=sigma:1,/);
  await expect(figure.getByText(/^The judge reads \d+ of 100 as their row$/).first()).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);

  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expectPanesLive(figure, ['glo-mnist-lord-sigma1', 'glo-mnist-guided-lambda0.02-sigma1']);
});

test('three models draw the same ten ones; σ changes them together', async ({ page }) => {
  const modelsAt = (sigma: number) =>
    ['lord', 'guided-lambda0.02', 'styled'].map((name) => `glo-mnist-${name}-sigma${sigma}`);
  await page.goto(`${styled.path}#fig-styled=sigma:0,from:ones,seed:0`);
  const figure = figureOn(page, styled);
  await figure.scrollIntoViewIfNeeded();
  await expectPanesLive(figure, modelsAt(0));
  const [plain, withCritic, withStyle] = await Promise.all([0, 1, 2].map((i) => readInk(pane(figure, i))));
  expect(largestDifference(plain.alpha, withCritic.alpha)).toBeGreaterThan(clearly);
  expect(largestDifference(withCritic.alpha, withStyle.alpha)).toBeGreaterThan(clearly);
  await figure.getByRole('radio', { name: 'σ 0.1', exact: true }).check();
  await expectPanesLive(figure, modelsAt(0.1));
  await expect(page).toHaveURL(/#fig-styled=sigma:0\.1,from:ones/);
  expect(await smallTargets(figure)).toEqual([]);
});
