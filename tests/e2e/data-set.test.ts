/** An image as numbers: a pixel by the mouse, another by a key, another digit. */
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('the numbers follow the pixel and the digit, and the address holds both', wideOnly, async ({ page }) => {
  await page.goto('data-set/#fig-numbers=digit:3,row:14,column:14');
  const figure = page.locator('[data-figure="numbers"]');
  const inFile = figure.locator('.readings dd').first();
  await figure.locator('.scrub-pad').click({ position: { x: 4, y: 4 } });
  await expect(page).toHaveURL(/row:0,column:0/);
  await expect(inFile).toHaveText('0');
  await figure.getByRole('slider', { name: 'Across' }).press('ArrowRight');
  await expect(page).toHaveURL(/row:0,column:1$/);
  await figure.getByRole('radio', { name: '1', exact: true }).check({ force: true });
  await expect(figure.getByRole('img', { name: 'a 1, enlarged' })).toBeVisible();
  await expect(figure.locator('.numbers-window [data-chosen]')).toHaveText(await inFile.innerText());
});
