/** The list of all runs, and the page of one. */
import { expectNoViolations } from '../support/e2e/axe.ts';
import { expect, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

test(
  'a run is found by words of its name, and its page leads to its files',
  wideAndUnderBase,
  async ({ page, request }) => {
    await page.goto('reproduce/');
    await page.getByRole('searchbox', { name: 'Find a run' }).fill('VAE k10');
    const rows = page.locator('find-runs tbody tr:visible');
    await expect(page.locator('find-runs [role="status"]')).toHaveText(
      `${String(await rows.count())} settings`,
    );
    for (const text of await rows.getByRole('rowheader').allTextContents()) expect(text).toMatch(/vae.*k10/);
    await rows.getByRole('link', { name: 'vae-mnist-dense-k10', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'vae-mnist-dense-k10' })).toBeVisible();
    for (const file of ['manifest.json', 'decoder.onnx']) {
      const href = await page.getByRole('link', { name: file }).getAttribute('href');
      expect((await request.get(new URL(href ?? '', page.url()).href)).ok(), file).toBe(true);
    }
    await expectNoViolations(page);
  },
);

test('the list sorts by a column, what was not measured last', wideOnly, async ({ page }) => {
  await page.goto('reproduce/');
  const heading = page.getByRole('columnheader', { name: 'IS' });
  const cells = page.locator('find-runs tbody td:nth-child(4)');
  const isSorted = async (sign: 1 | -1) => {
    const numbers = (await cells.allTextContents()).filter((text) => text !== '–').map(Number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.toSorted((a, b) => sign * (a - b)));
    await expect(cells.last()).toHaveText('–');
  };
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await isSorted(1);
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await isSorted(-1);
});
