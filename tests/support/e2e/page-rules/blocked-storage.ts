/** A browser that lets no page store anything: every mention of storage throws. Pages work all the same, and say nothing of it. */
import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const blockStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });

/** That nothing throws is a house rule of every test. */
export const needsNoStorage: PageRule = {
  name: 'without storage it follows the system and lets itself be turned',
  async beforeOpening(page) {
    await blockStorage(page);
    await page.emulateMedia({ colorScheme: 'dark' });
  },
  async check(page) {
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect(root).toHaveAttribute('data-theme', 'light');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
    await page.keyboard.press('Escape');
  },
};
