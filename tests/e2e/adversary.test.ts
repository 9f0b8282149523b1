/** The figures of the chapter on adversarial networks: games epoch by epoch, walks between codes with the discriminator's look at them, and courses. */
import { chooseEngine, expectLive, openFigure, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const path = 'adversary/';
const games: FigurePlace = { name: 'games', title: 'the games', path };
const looks: FigurePlace = { name: 'looks', title: 'the walks', path };
const courses: FigurePlace = { name: 'courses', title: 'the courses', path };

test('the games go back to the first epoch, and another comparison shows its own runs', async ({ page }) => {
  const figure = await openFigure(page, games);
  await expect(figure.locator('.game-row[data-state="ready"]')).toHaveCount(5);
  await figure.getByRole('slider', { name: 'Epoch' }).press('Home');
  await expect(figure.getByRole('img', { name: /^DCGAN, after epoch 1: ten pictures/ })).toBeVisible();
  await expect(figure.getByRole('img', { name: /^Scores .* of DCGAN gives after epoch 1:/ })).toBeVisible();
  await figure.getByRole('combobox', { name: 'Compare' }).selectOption({ label: 'label noise' });
  await expect(figure.locator('.game-row[data-state="ready"]')).toHaveCount(3);
  expect(await smallTargets(figure)).toEqual([]);
});

test('a walk is walked, and the gradient follows the picture', async ({ page }) => {
  const figure = await openLive(page, looks);
  const gradient = figure.locator('.gradient-map');
  const before = await gradient.innerHTML();
  await figure.getByRole('slider', { name: 'Along walk 1' }).press('End');
  await expectLive(figure);
  await expect.poll(() => gradient.innerHTML()).not.toBe(before);
  await figure.getByRole('slider', { name: 'After epoch' }).press('Home');
  await expect(figure.getByText(/^Live: DCGAN, after epoch 1, drawn by tfjs\.$/)).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);
});

test('ONNX Runtime draws the same walks', wideOnly, async ({ page }) => {
  const figure = await openLive(page, looks);
  const picture = figure.locator('.close-up .digit-grid');
  const drawn = await readInk(picture);
  await chooseEngine(figure, 'ONNX Runtime');
  await expect(figure.getByText(/drawn by ONNX Runtime\.$/)).toBeVisible();
  expect(largestDifference((await readInk(picture)).alpha, drawn.alpha)).toBeLessThanOrEqual(2);
});

test('courses are laid over what they cost', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, courses);
  await figure.getByRole('radio', { name: 'multiply-adds' }).check();
  await expect(
    figure.getByRole('img', { name: /^Inception Score over millions of millions of multiply-adds/ }),
  ).toBeVisible();
});
