/** The figures of models with an encoder: rows of several models that follow one k, and a code that is turned number by number. */
import type { Locator } from '@playwright/test';
import { openFigure, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const placeOf = (name: string): FigurePlace => ({ title: name, path: 'encoder/', name });

const modelIn = (figure: Locator, id: string): Locator => figure.locator(`[data-model="${id}"]`);

test('every model of a row draws with as many numbers as the slider says, and the link keeps them', async ({
  page,
}) => {
  const figure = await openFigure(page, placeOf('rebuilt'));
  await expect(modelIn(figure, 'autoencoder-mnist-pca-k10')).toHaveAttribute('data-state', 'ready');
  expect(await smallTargets(figure)).toEqual([]);
  await figure.getByRole('slider', { name: 'Code numbers, k' }).press('End');
  for (const name of ['pca', 'linear', 'relu', 'stacked']) {
    await expect(modelIn(figure, `autoencoder-mnist-${name}-k100`)).toHaveAttribute('data-state', 'ready');
  }
  // Of this one there are pictures and no weights.
  await expect(modelIn(figure, 'autoencoder-mnist-stacked-k100')).toContainText('drawn beforehand');
  await expect(page).toHaveURL(/#fig-rebuilt=k:100$/);
});

test(
  'a code that is turned draws another picture, and turned back the first one',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, placeOf('turned-code'));
    await expect(figure).toHaveAttribute('data-state', 'ready');
    const picture = figure.locator('.turned-picture');
    const before = await readInk(picture);
    await figure.getByRole('slider', { name: 'Number 1', exact: true }).press('Home');
    await expect(figure).toHaveAttribute('data-state', 'ready');
    const turned = await readInk(picture);
    expect(largestDifference(before.alpha, turned.alpha)).toBeGreaterThan(50);
    await figure.getByRole('button', { name: 'Turn all back' }).click();
    await expect(figure).toHaveAttribute('data-state', 'ready');
    expect(largestDifference(before.alpha, (await readInk(picture)).alpha)).toBe(0);
  },
);

test(
  'a model that does not come says so, the others draw, and trying again helps',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/autoencoder-mnist-linear-k10/);
    const weights = '**/autoencoder-mnist-linear-k10/weights.safetensors*';
    await page.route(weights, (route) => route.fulfill({ status: 404 }));
    const figure = await openFigure(page, placeOf('between'));
    const failed = modelIn(figure, 'autoencoder-mnist-linear-k10');
    await expect(failed).toContainText('This checkpoint is missing.');
    await expect(modelIn(figure, 'autoencoder-mnist-pca-k10')).toHaveAttribute('data-state', 'ready');
    await page.unroute(weights);
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toHaveAttribute('data-state', 'ready');
  },
);
