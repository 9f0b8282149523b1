/** axe has no objection to what a reader may come upon beside the pages as they are, which pages.test.ts shows to it. */
import { examine, expectNoViolations } from '../support/e2e/axe.ts';
import { figureOn, openFigure, openLive, reconstructions, transferGrid } from '../support/e2e/figures.ts';
import { missingPage } from '../support/e2e/pages.ts';
import { expect, narrowOnly, test, wideOnly } from '../support/e2e/test.ts';

test.describe.configure({ timeout: 120_000 });

test('a missing page: axe has no objection', wideOnly, async ({ page, houseRules }) => {
  houseRules.allow(/404.*no-such-page/);
  await page.goto(missingPage.path);
  await expectNoViolations(page);
});

test(
  'all levels as rows, one of them missing, and a failure with its advice open: axe has no objection',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/404/);
    await page.route('**/glo-mnist-lord-sigma0.3/*', (route) => route.fulfill({ status: 404 }));
    const figure = await openFigure(page, reconstructions, 'recipe:lord,sigma:0.3,all:yes');
    await figure.getByText('What to do').click();
    await expect(figure.locator('canvas.ink')).toHaveCount(7);
    await expectNoViolations(page);
  },
);

test('the search with its results: axe has no objection', wideOnly, async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('transfer');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await expectNoViolations(page);
});

test('the contents of a phone: axe has no objection', narrowOnly, async ({ page }) => {
  await openLive(page, transferGrid);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Samples' }).first()).toBeVisible();
  const { violations } = await examine(page);
  expect(violations).toEqual([]);
  await page.getByRole('link', { name: 'Reconstructions' }).first().click();
  await expect(figureOn(page, reconstructions)).toBeVisible();
});
