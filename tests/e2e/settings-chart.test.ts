/** The chart of all settings: sorted by a heading, looked at row by row, read as numbers. */
import type { Locator } from '@playwright/test';
import { figureOn, openFigure } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const settings = { title: 'every setting', path: 'beyond/', name: 'settings' };
const rowNames = (figure: Locator): Promise<string[]> => figure.locator('tbody th button').allInnerTexts();
const picture = (figure: Locator): Locator => figure.locator('.setting-picture img');

/** The numbers of a column, from top to bottom, as a screen reader hears them. */
const column = async (figure: Locator, heading: string): Promise<number[]> => {
  const headings = await figure.locator('thead th').allInnerTexts();
  const index = headings.findIndex((text) => text.startsWith(heading));
  const cells = await figure.locator(`tbody tr > :nth-child(${index + 1})`).allTextContents();
  return cells.map((text) => parseFloat(text));
};

test('a heading sorts by its column, the best first, and again as it was', async ({ page }) => {
  const figure = await openFigure(page, settings);
  const given = await rowNames(figure);
  expect(given.length).toBeGreaterThan(30);
  await figure.getByRole('button', { name: 'slant' }).click();
  const slants = await column(figure, 'slant');
  expect(slants).toEqual(slants.toSorted((a, b) => b - a));
  expect(await rowNames(figure)).not.toEqual(given);
  await figure.getByRole('button', { name: 'L1 × 1000' }).click();
  const errors = await column(figure, 'L1');
  expect(errors).toEqual(errors.toSorted((a, b) => a - b));
  await expect(figure.getByRole('columnheader', { name: 'L1 × 1000' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await figure.getByRole('button', { name: 'L1 × 1000' }).click();
  expect(await rowNames(figure)).toEqual(given);
});

test(
  'a row shows its transfers under the pointer and with the focus, and keeps them when chosen',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, settings);
    await expect(figure.getByRole('radio', { name: 'numbers' })).toBeEnabled();
    const first = await picture(figure).getAttribute('src');
    const aligned = figure.getByRole('row', { name: /aligned/ }).first();
    await aligned.hover();
    await expect(picture(figure)).not.toHaveAttribute('src', first ?? '');
    const hovered = await picture(figure).getAttribute('src');
    await page.mouse.move(0, 0);
    await expect(picture(figure)).toHaveAttribute('src', first ?? '');
    await aligned.getByRole('button').focus();
    await expect(picture(figure)).toHaveAttribute('src', hovered ?? '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/of:glo-mnist-/);
    await page.reload();
    await expect(picture(figureOn(page, settings))).toHaveAttribute('src', hovered ?? '');
  },
);

test('a part is shown by itself, and as numbers on request', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, settings);
  const all = (await rowNames(figure)).length;
  await figure.getByRole('radio', { name: 'whitening' }).check();
  const whitened = await rowNames(figure);
  expect(whitened.length).toBeLessThan(all / 2);
  expect(whitened.every((name) => /whitened|aligned|plain|noise alone/.test(name))).toBe(true);
  await figure.getByRole('radio', { name: 'numbers' }).check();
  await expect(figure.locator('.setting-dot')).toHaveCount(0);
  await expect(figure.locator('tbody td').nth(1)).toHaveText(/^\d+\.\d/);
});
