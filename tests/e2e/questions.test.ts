/** The list of questions asks for one kind by the page's address alone, and leads to answers; no script takes part. */
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test.use({ javaScriptEnabled: false });

test(
  'the list shows one kind of claims, all on paper, and leads to an answer',
  wideOnly,
  async ({ page }) => {
    await page.goto('questions/');
    const list = page.getByRole('navigation', { name: 'Questions and claims' });
    const [holds, fails] = [/\(holds\)$/, /\(does not hold\)$/].map((name) =>
      list.getByRole('link', { name }),
    );
    await expect(holds.first()).toBeVisible();
    await list.getByRole('link', { name: /^does not hold/ }).click();
    await expect(page).toHaveURL(/#claims-that-fail$/);
    await expect(holds).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(holds.first()).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await fails.first().click();
    await expect(page.locator('h3:target')).toBeInViewport();
    await expect(holds.first()).toBeVisible();
  },
);
