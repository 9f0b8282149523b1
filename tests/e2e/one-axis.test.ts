/** The chart of all models: a point shows its samples, which are drawn here, and stays chosen in the address. */
import type { Locator } from '@playwright/test';
import { openFigure } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const oneAxis = { title: 'one axis', path: 'one-axis/', name: 'one-axis' };
const sheet = (figure: Locator): Locator => figure.locator('.model-sheet');

test('a point opens the samples of its model, drawn live', async ({ page }) => {
  const figure = await openFigure(page, oneAxis);
  await expect(sheet(figure)).toHaveAttribute('data-state', 'ready');
  const first = await sheet(figure).getAttribute('data-model');
  const gan = figure.locator('.axis-frame .axis-point[data-family="gan"]').first();
  const { x = 0, y = 0, width = 0, height = 0 } = (await gan.boundingBox()) ?? {};
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(sheet(figure)).not.toHaveAttribute('data-model', first ?? '');
  await expect(page).toHaveURL(/of:gan-mnist-/);
  await expect(sheet(figure)).toHaveAttribute('data-state', 'ready');
  await expect(sheet(figure).getByRole('status')).toHaveText('live');
});

test(
  'an axis on which a family has no number leaves it out, and the menu chooses by keyboard',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, oneAxis, 'across:error');
    const points = (family: string) => figure.locator(`.axis-frame .axis-point[data-family="${family}"]`);
    await expect(points('gan')).toHaveCount(0);
    await expect(points('glo')).toHaveCount(3);
    await figure.getByRole('radio', { name: 'VAEs' }).check();
    await expect(points('glo').first()).toHaveAttribute('data-stands', 'false');
    const menu = figure.getByRole('combobox', { name: 'Model' });
    await menu.focus();
    await page.keyboard.press('End');
    await expect(page).toHaveURL(/of:gan-mnist-/);
  },
);
