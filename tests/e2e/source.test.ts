/** The source, the data and the models are one link away from every page, whatever its width. */
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideAndUnderBase } from '../support/e2e/test.ts';

const name = 'Source, data and models';

for (const { title, path } of sitePages) {
  test(`${title}: the masthead has the link, or at least the foot`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const address = /\/#source-data-and-models$/;
    await expect(page.locator('.page-foot').getByRole('link', { name })).toHaveAttribute('href', address);
    const inMasthead = page.locator('.masthead').getByRole('link', { name });
    if ((page.viewportSize()?.width ?? 0) > 640) await expect(inMasthead).toHaveAttribute('href', address);
    else await expect(inMasthead).toBeHidden();
  });
}

test(
  'the link leads to data and models, and to the source where the build was told',
  wideAndUnderBase,
  async ({ page, request }) => {
    await page.goto('mistakes/');
    await page.locator('.masthead').getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name })).toBeInViewport();
    const list = page.getByRole('list').filter({ hasText: 'npm run data' });
    for (const file of ['the list of checkpoints', 'every metric']) {
      const address = await list
        .getByRole('link', { name: file })
        .evaluate((link) => (link as HTMLAnchorElement).href);
      expect((await request.get(address)).ok(), address).toBe(true);
    }
    const source = list.getByRole('listitem').filter({ hasText: 'Source.' });
    if ((await source.getByRole('link').count()) === 0)
      await expect(source).toContainText('This copy was built without its address');
    else await expect(source.getByRole('link')).toHaveAttribute('href', /^https?:/);
  },
);
