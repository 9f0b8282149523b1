/** The figures of the chapter beyond noise: the map by keyboard and by pointer, and the models side by side. */
import { expectLive, figureOn, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { expectPanesLive, pane } from '../support/e2e/panes.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const place = (name: string, title: string): FigurePlace => ({ name, title, path: 'beyond/' });
const map = place('content-map', 'the map');
const guided = place('guided', 'with and without an auxiliary classifier');

/** In 255ths: pictures of different codes differ by far more than this somewhere. */
const clearly = 64;

test('the map moves by keyboard, and the ten classes follow', async ({ page }) => {
  const figure = await openLive(page, map);
  const classes = figure.locator('.map-classes');
  const before = await readInk(classes);
  const across = figure.getByRole('slider', { name: 'Across' });
  await across.focus();
  await page.keyboard.press('End');
  await expectLive(figure);
  await expect(across).toHaveAttribute('aria-valuetext', '4.00');
  const after = await readInk(classes);
  expect(largestDifference(after.alpha, before.alpha)).toBeGreaterThan(clearly);
  await expect(page).toHaveURL(/#fig-content-map=x:4,/);
  expect(await smallTargets(figure)).toEqual([]);
});

test('a press on the map goes there; a class covers it', wideOnly, async ({ page }) => {
  const figure = await openLive(page, map);
  const plane = figure.locator('.scrub-pad');
  const { width, height } = (await plane.boundingBox()) ?? { width: 0, height: 0 };
  await plane.click({ position: { x: width * 0.75, y: height * 0.25 } });
  await expectLive(figure);
  await expect(page).toHaveURL(/x:2,y:2,/);
  await figure.getByLabel('On the map').selectOption('class 2 all over');
  await expect(figure.getByRole('img', { name: /^What the class code 2 draws/ })).toBeVisible();
});

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
