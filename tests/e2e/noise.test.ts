/** The chapter on noise: one slider moves pictures, numbers and the marks of all charts; charts and links move it; every model is a point. */
import type { Locator, Page } from '@playwright/test';
import {
  choosePreset,
  chooseSigma,
  chosenSigma,
  expectLive,
  figureOn,
  noise,
  openLive,
  sigmaSlider,
} from '../support/e2e/figures.ts';
import { largestDifference, readPicture } from '../support/e2e/ink.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** Levels at which the marks of the page's charts are, each once. */
const levelsOfMarks = (page: Page): Promise<string[]> =>
  page
    .locator('[data-follows="noise"] .chart-marker')
    .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('data-x') ?? ''))]);

/** Curves that stand out among those over epochs. */
const chosenCurves = (page: Page): Promise<string[]> =>
  page
    .locator('#loss-by-sigma [data-chosen][data-series]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-series') ?? ''));

const reading = (figure: Locator, name: string): Promise<string | null> =>
  figure.locator('.readings div', { hasText: name }).locator('dd').textContent();

test('the keyboard sweeps σ: pictures, numbers, marks and curves follow', async ({ page }) => {
  const figure = await openLive(page, noise);
  const picture = await readPicture(figure);
  const loss = await reading(figure, 'reconstruction loss');
  expect(await levelsOfMarks(page)).toEqual(['0.3']);
  expect(await chosenCurves(page)).toEqual(['exercise-0.3', 'lord-0.3', 'styled-0.3']);

  await sigmaSlider(figure).press('End');
  await expectLive(figure);
  expect(await chosenSigma(figure)).toBe(5);
  expect(await levelsOfMarks(page)).toEqual(['5']);
  expect(await chosenCurves(page)).toEqual(['exercise-5', 'lord-5', 'styled-5']);
  expect(await reading(figure, 'reconstruction loss')).not.toBe(loss);
  expect(largestDifference((await readPicture(figure)).alpha, picture.alpha)).toBeGreaterThan(64);
  await expect(page).toHaveURL(/#fig-noise=recipe:lord,sigma:5$/);
});

test('a link to a level sets charts that are far from the figure', wideOnly, async ({ page }) => {
  await page.goto(`${noise.path}#fig-noise=recipe:exercise,sigma:2`);
  await expect.poll(() => levelsOfMarks(page)).toEqual(['2']);
  const figure = figureOn(page, noise);
  await figure.scrollIntoViewIfNeeded();
  await expectLive(figure);
  expect(await chosenSigma(figure)).toBe(2);
  await expect(figure.getByRole('radio', { name: 'exercise' })).toBeChecked();
});

test('a click on a value in a chart brings the pictures there', wideOnly, async ({ page }) => {
  const figure = await openLive(page, noise);
  await choosePreset(figure, 'exercise');
  const chart = figure.locator('#noise-now svg').last();
  await chart.scrollIntoViewIfNeeded(); // the click below is at a place on screen
  const place = await chart.locator('[data-series="lord"]').evaluate((line: SVGPathElement) => {
    const point = line.getPointAtLength(line.getTotalLength());
    const { x, y } = point.matrixTransform(line.getScreenCTM() ?? undefined);
    return { x, y };
  });
  await page.mouse.click(place.x, place.y);
  await expectLive(figure);
  expect(await chosenSigma(figure)).toBe(5);
  await expect(figure.getByRole('radio', { name: 'lord' })).toBeChecked();
  expect(await levelsOfMarks(page)).toEqual(['5']);
});

test('the collapse shows any class', wideOnly, async ({ page }) => {
  await page.goto(noise.path);
  const row = page.locator('.collapse .sheet-row').first();
  const position = () => row.evaluate((each) => getComputedStyle(each).objectPosition);
  const before = await position();
  await page.getByRole('radio', { name: 'class 7' }).check();
  expect(await position()).not.toBe(before);
});

test('a point opens its transfers in either chart, and Tab passes points by', wideOnly, async ({ page }) => {
  await page.goto(noise.path);
  const [first, second] = [page.locator('#every-model'), page.locator('#every-model-loss')];
  const shown = first.locator('.chart-picture img');
  const point = (chart: Locator) => chart.locator('svg:visible a[data-id="glo-mnist-lord-sigma5"]');
  for (const chart of [first, second]) {
    await expect(chart.locator('svg:visible a[tabindex="0"]')).toHaveCount(1);
    await point(chart).focus();
    await page.keyboard.press('Enter');
    await expect(shown).toHaveAttribute('src', /glo-mnist-lord-sigma5\/preview-transfers\.png$/);
    for (const each of [first, second]) await expect(point(each)).toHaveAttribute('aria-current', 'true');
    await first.locator('svg:visible a[data-id="glo-mnist-exercise-sigma0"]').click();
    await expect(shown).toHaveAttribute('src', /glo-mnist-exercise-sigma0\//);
  }
  await expect(page).toHaveURL(/\/noise\/$/);
});

test('sweeping there and back ends where it began', wideOnly, async ({ page }) => {
  const figure = await openLive(page, noise);
  const before = await readPicture(figure);
  for (const sigma of [0, 5, 0.3]) await chooseSigma(figure, sigma);
  expect(largestDifference((await readPicture(figure)).alpha, before.alpha)).toBe(0);
});
