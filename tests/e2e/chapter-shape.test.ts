/** What is folded in a chapter, and the box that answers at once. What holds for every chapter: pages.test.ts. */
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('what is folded opens for a link to it, and to what it holds', wideOnly, async ({ page }) => {
  await page.goto('noise/#twenty-values');
  const heading = page.getByRole('heading', { name: 'Twenty values of σ, three losses' });
  const chart = page.locator('#noise-twenty');
  await expect(chart).toBeVisible();
  await expect(heading).toBeInViewport();
  await heading.click();
  await expect(chart).toBeHidden();
  await page.evaluate(() => (window.location.hash = 'noise-twenty'));
  await expect(chart).toBeInViewport();
});

test('what is folded is folded at first, and printed open', wideOnly, async ({ page }) => {
  await page.goto('noise/');
  const chart = page.locator('#noise-twenty');
  await expect(chart).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => chart.evaluate((figure) => figure.checkVisibility())).toBe(true);
});

test('the box at the top of the chapter on noise sets the figure below it', wideOnly, async ({ page }) => {
  await page.goto('noise/');
  const box = page.getByRole('region', { name: 'Which σ?' });
  const link = box.getByRole('link').last();
  const [, sigma = ''] =
    /= ?([\d.]+)$/.exec(((await link.textContent()) ?? '').replace(/\u00a0/g, ' ')) ?? [];
  expect(sigma).not.toBe('');
  await link.click();
  await expect(page.locator('[data-figure="noise"]').getByRole('slider', { name: /^σ/ })).toHaveAttribute(
    'aria-valuetext',
    `σ ${sigma}`,
  );
});
