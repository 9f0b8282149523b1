/** The talk, given once from its first slide to its last by the keyboard. */
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('the talk is given from start to end by keyboard, each figure live', wideOnly, async ({ page }) => {
  await page.goto('talk/');
  const slides = page.locator('.slide');
  await expect(slides).toHaveCount(14);
  await page.getByRole('button', { name: 'Begin the talk' }).press('Enter');
  for (let number = 1; number <= 14; number += 1) {
    const slide = slides.nth(number - 1);
    await expect(slide).toBeVisible();
    await expect(slides.filter({ visible: true })).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`slide=${number}\\b`));
    await expect(slide.locator('.claim').first()).toBeInViewport();
    await expect(slide.locator('.island')).toHaveAttribute('data-state', 'ready');
    await page.keyboard.press('PageDown');
  }

  await page.keyboard.press('t');
  await expect(slides.last().locator('.slide-notes')).toContainText('Slide 14 of 14');
  for (let back = 0; back < 9; back += 1) await page.keyboard.press('PageUp');
  const grid = slides.nth(4);
  await expect(grid.getByRole('radio', { name: 'σ 0', exact: true })).toBeChecked();
  await page.keyboard.press('+');
  await expect(grid.getByRole('radio', { name: 'σ 0.1', exact: true })).toBeChecked();

  await page.reload();
  await expect(slides.filter({ visible: true })).toHaveCount(1);
  await expect(grid.getByRole('radio', { name: 'σ 0.1', exact: true })).toBeChecked();
});
