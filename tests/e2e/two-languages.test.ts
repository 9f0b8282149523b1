/** The algorithm in two languages: one at a time, chosen by keys, each copied as its file has it. */
import { readFileSync } from 'node:fs';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('shows PyTorch first, the trainer’s lines by an arrow key, and copies what it shows', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('method/');
  const pytorch = page.locator('.in-pytorch');
  const typescript = page.locator('.in-typescript');
  await expect(pytorch).toBeVisible();
  await expect(typescript).toBeHidden();

  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await pytorch.getByRole('button', { name: /^Copy the code of docs\/glo\.py/ }).click();
  await expect(pytorch.getByRole('status')).toHaveText('Copied');
  expect(await copied()).toBe(readFileSync('docs/glo.py', 'utf8').trimEnd());

  await page.getByRole('radio', { name: 'PyTorch' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(typescript).toBeVisible();
  await expect(pytorch).toBeHidden();
  await typescript
    .getByRole('button', { name: /^Copy the code of training/ })
    .first()
    .press('Enter');
  await expect.poll(copied).toMatch(/^\/\*\* Changes the model in place[^]*\n}$/);
});

test('selects the code where the clipboard is closed', wideOnly, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));
  });
  await page.goto('method/');
  const pytorch = page.locator('.in-pytorch');
  await pytorch.getByRole('button', { name: /^Copy/ }).click();
  await expect(pytorch.getByRole('status')).toHaveText('Selected: copy it with the keyboard');
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected.trimEnd()).toBe(readFileSync('docs/glo.py', 'utf8').trimEnd());
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('both languages can be chosen, and nothing offers to copy', wideOnly, async ({ page }) => {
    await page.goto('method/');
    await expect(page.locator('.in-pytorch')).toBeVisible();
    await page.getByRole('radio', { name: 'TypeScript' }).check();
    await expect(page.locator('.in-typescript')).toBeVisible();
    await expect(page.locator('.in-pytorch')).toBeHidden();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });
});
