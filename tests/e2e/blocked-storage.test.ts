/** A browser that lets no page store anything: every mention of storage throws. Pages work all the same, and say nothing of it. */
import { chooseSigma, openLive, transferGrid } from '../support/e2e/figures.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
});

// That nothing throws is a house rule of every test.
for (const { title, path } of sitePages) {
  test(`${title}: opens, follows the system and lets itself be turned`, wideOnly, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path);
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect(root).toHaveAttribute('data-theme', 'light');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  });
}

test('figures switch models and engines', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  await chooseSigma(figure, 5);
  await figure.getByRole('radio', { name: 'ONNX Runtime' }).check();
  await expect(figure.locator('.figure-status')).toContainText('ONNX Runtime');
});
