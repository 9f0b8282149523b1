/** The figures of the method: two codes followed through the layers, the cloud of noise around a code, and the map by keyboard and by pointer. */
import {
  chooseEngine,
  expectLive,
  figureOn,
  openLive,
  twoCodes,
  type FigurePlace,
} from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { expectPanesLive, pane } from '../support/e2e/panes.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const map: FigurePlace = { name: 'content-map', title: 'the map', path: 'method/' };

/** In 255ths. */
const clearly = 64;

test('a number of a code moves by keyboard, and layers and picture follow', async ({ page }) => {
  const figure = await openLive(page, twoCodes);
  const last = figure.locator('.layer-flow li').last();
  const first = figure.locator('.layer-flow li').first();
  await expect(first.locator('canvas')).toBeVisible();
  const [picture, layer] = [await readInk(last), await readInk(first)];
  await figure.getByLabel('Number to change').selectOption('class 2');
  const slider = figure.getByRole('slider', { name: 'class 2' });
  await slider.press('End');
  await expectLive(figure);
  await expect(slider).toHaveAttribute('aria-valuetext', '4.00');
  await expect
    .poll(async () => largestDifference((await readInk(first)).alpha, layer.alpha))
    .toBeGreaterThan(clearly);
  expect(largestDifference((await readInk(last)).alpha, picture.alpha)).toBeGreaterThan(clearly);
  await expect(page).toHaveURL(/changed:1~4,number:1/);
  expect(await smallTargets(figure)).toEqual([]);

  await figure.getByRole('button', { name: 'Codes as learned' }).click();
  await expectLive(figure);
  await expect(page).toHaveURL(/changed:none/);
  await expect.poll(async () => largestDifference((await readInk(last)).alpha, picture.alpha)).toBe(0);
});

test('a bar is dragged to the side', wideOnly, async ({ page }) => {
  const figure = await openLive(page, twoCodes);
  const bar = figure.locator('.code-bars[data-kind="content"] .code-bar').nth(3);
  await bar.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await bar.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + 20, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expectLive(figure);
  await expect(page).toHaveURL(/changed:28~4,number:28/);
});

test('a layer opens to its maps, a map to a pixel, and the pixel is its sum', wideOnly, async ({ page }) => {
  const figure = await openLive(page, twoCodes);
  await figure.getByRole('button', { name: 'Open the layer of 5 × 5 × 16' }).click();
  await figure.getByRole('gridcell', { name: 'Map 7', exact: true }).click();
  await figure.getByRole('slider', { name: 'Down' }).press('End');
  await expect(page).toHaveURL(/layer:small,map:6,place:2[0-4]/);
  const sum = figure.getByRole('table');
  await expect(sum.getByRole('rowheader', { name: /^112 others together$/ })).toBeVisible();
  await expect(sum.getByRole('rowheader', { name: /^ReLU/ })).toBeVisible();

  await figure.getByRole('button', { name: /^Open the picture/ }).click();
  await expect(sum.getByRole('rowheader', { name: /^sigmoid/ })).toBeVisible();
  const numbers = (await sum.locator('tbody tr td:last-child').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  const [total, value] = (await sum.locator('tfoot td').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect(numbers.reduce((all, each) => all + each, 0)).toBeCloseTo(total, 1);
  expect(1 / (1 + Math.exp(-total))).toBeCloseTo(value, 2);
});

test(
  'with ONNX Runtime the picture is drawn, and the layers say why they stay',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, twoCodes);
    await chooseEngine(figure, 'ONNX Runtime');
    await expect(figure.getByText(/^An ONNX graph gives its picture alone/)).toBeVisible();
  },
);

test('the cloud is drawn by every preset, and a link sets noise and training', async ({ page }) => {
  const modelsAt = (sigma: number) =>
    ['exercise', 'lord', 'styled'].map((preset) => `glo-mnist-${preset}-sigma${sigma}`);
  const figure = figureOn(page, { title: 'the cloud', path: 'method/', name: 'cloud' });
  await page.goto('method/#fig-cloud=sigma:0,noise:0.6');
  await figure.scrollIntoViewIfNeeded();
  await expectPanesLive(figure, modelsAt(0));
  const noisy = await readInk(pane(figure, 1));
  const slider = figure.getByRole('slider', { name: 'Noise added now' });
  await slider.press('Home');
  await expectPanesLive(figure, modelsAt(0));
  await expect(slider).toHaveAttribute('aria-valuetext', '0.00');
  const clean = await readInk(pane(figure, 1));
  expect(largestDifference(clean.alpha, noisy.alpha)).toBeGreaterThan(clearly);
  await expect(figure.getByText(/^The judge reads \d+ of 16 as a 3$/).first()).toBeVisible();
  await figure.getByRole('radio', { name: 'σ 1', exact: true }).check();
  await expectPanesLive(figure, modelsAt(1));
  expect(await smallTargets(figure)).toEqual([]);
});

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
