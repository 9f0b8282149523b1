/** Where the link to the source leads. That every page has it: pages.test.ts. */
import { sourceLink } from '../support/e2e/page-rules/source.ts';
import { expect, test, wideAndUnderBase } from '../support/e2e/test.ts';

test(
  'the link leads to data and models, and to the source where the build was told',
  wideAndUnderBase,
  async ({ page, request }) => {
    await page.goto('mistakes/');
    await page.locator('.masthead').getByRole('link', { name: sourceLink }).click();
    await expect(page.getByRole('heading', { name: sourceLink })).toBeInViewport();
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
