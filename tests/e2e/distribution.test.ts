/** The figures of the chapter on variational autoencoders: the plane by keyboard and by pointer, its draws, the models one by one, and one in training. */
import { chooseEngine, expectLive, openFigure, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const path = 'distribution/';
const plane: FigurePlace = { name: 'plane', title: 'the plane', path };
const byVariance: FigurePlace = { name: 'by-data-variance', title: 'the dial', path };
const trainVae: FigurePlace = { name: 'train-vae', title: 'the training', path };
const bySize: FigurePlace = { name: 'by-code-size', title: 'the sizes', path };

/** In 255ths. */
const clearly = 64;

test('the point on the plane moves by keyboard, and its picture follows', async ({ page }) => {
  const figure = await openLive(page, plane);
  const picture = figure.locator('.close-up');
  const before = await readInk(picture);
  await figure.getByRole('slider', { name: 'Across' }).press('End');
  await expectLive(figure);
  await expect
    .poll(async () => largestDifference((await readInk(picture)).alpha, before.alpha))
    .toBeGreaterThan(clearly);
  expect(await smallTargets(figure)).toEqual([]);
});

test('an image is chosen and drawn again, and the address says so', wideOnly, async ({ page }) => {
  const figure = await openLive(page, plane);
  await figure.getByRole('gridcell', { name: 'A 1, learned', exact: true }).click();
  await expectLive(figure);
  await figure.getByRole('button', { name: 'Draw ε again' }).click();
  await expectLive(figure);
  await expect(page).toHaveURL(/image:1,seed:1/);
});

test('without KL the plane is another, and the decoder covers it', wideOnly, async ({ page }) => {
  const figure = await openLive(page, plane);
  await figure.getByRole('radio', { name: 'without KL' }).check();
  await expectLive(figure);
  await figure.getByRole('radio', { name: 'pictures all over' }).check();
  await expect(figure.getByRole('img', { name: /^What the decoder draws/ })).toBeVisible();
  await expect(page).toHaveURL(/kl:without,.*layer:pictures/);
});

test('the dial goes to the collapse, which says what happened', async ({ page }) => {
  const figure = await openLive(page, byVariance);
  await figure.getByRole('slider', { name: /^Variance of the data term/ }).press('End');
  await expectLive(figure);
  await expect(figure.getByText(/^Collapsed: /)).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);
});

test('a model without weights shows its pictures, and has no walks', wideOnly, async ({ page }) => {
  const figure = await openLive(page, bySize, 'stop:5,kl:without');
  await expect(figure.getByText(/^Drawn beforehand: k = 5, without KL\.$/)).toBeVisible();
  await expect(figure.getByRole('radio', { name: 'walks' })).toBeDisabled();
});

test('ONNX Runtime draws the same samples', wideOnly, async ({ page }) => {
  const figure = await openLive(page, bySize, 'stop:10,view:samples');
  const cell = figure.locator('.cell-row .digit-grid').first();
  const drawn = await readInk(cell);
  await chooseEngine(figure, 'ONNX Runtime');
  await expect(figure.getByText(/drawn by ONNX Runtime\.$/)).toBeVisible();
  expect(largestDifference((await readInk(cell)).alpha, drawn.alpha)).toBeLessThanOrEqual(2);
});

test(
  'a VAE is trained: its losses fall, its pictures change, it pauses, and steps one by one',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, trainVae, 'weight:0.25');
    const status = figure.getByRole('status').first();
    await expect(status).toContainText('Made beforehand:');
    const plot = figure.getByRole('img', { name: /^Data term, nats/ });
    const lossNow = async () =>
      Number(/to (\d+\.\d+) after/.exec((await plot.getAttribute('aria-label')) ?? '')?.[1]);
    const samples = figure.locator('.picture-row .digit-grid').last();
    const height = (await figure.boundingBox())?.height;

    await figure.getByRole('button', { name: 'One step' }).click();
    await expect(status).toContainText(/weight\s¼\. 0 epochs, 1 step\./);
    const before = await readInk(samples);
    await figure.getByRole('button', { name: 'Play' }).click();
    await expect.poll(lossNow).toBeLessThan(200);
    await figure.getByRole('button', { name: 'Pause' }).click();
    await expect(status).toContainText('Paused:');
    expect(largestDifference((await readInk(samples)).alpha, before.alpha)).toBeGreaterThan(clearly);

    const stepOf = async () => Number(/(\d+) steps/.exec(await status.innerText())?.[1]);
    const paused = await stepOf();
    await figure.getByRole('radio', { name: '4', exact: true }).check();
    await expect(status).toContainText(/weight\s4/);
    await figure.getByRole('button', { name: 'One step' }).click();
    await expect.poll(stepOf).toBe(paused + 1);
    await expect(page).toHaveURL(/train-vae=.*weight:4/);
    expect((await figure.boundingBox())?.height).toBe(height);
    expect(await smallTargets(figure)).toEqual([]);
  },
);
