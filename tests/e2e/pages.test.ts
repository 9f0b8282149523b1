/** What holds for every page, from top to bottom: it keeps the house rules (test.ts), stays in place, and fits its window. */
import type { Page } from '@playwright/test';
import { chooseSigma, expectLive, sigmaOf } from '../support/e2e/figures.ts';
import { missingPage, sitePages } from '../support/e2e/pages.ts';
import { placeOf, readShifts, totalOf, watchShifts } from '../support/e2e/steadiness.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideAndUnderBase } from '../support/e2e/test.ts';

/** Cumulative layout shift, all of it added up. */
const shiftBudget = 0.02;
const windowWidths = [320, 360, 768, 1280];

for (const { title, path } of sitePages) {
  test(`${title}: quiet and steady from top to bottom, in reach of fingers, within the window`, async ({
    page,
  }) => {
    await watchShifts(page);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    for (const figure of await page.locator('[data-figure]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expectLive(figure);
      const before = await placeOf(figure);
      if ((await sigmaOf(figure, 5).count()) > 0) await chooseSigma(figure, 5);
      expect(await placeOf(figure)).toEqual(before);
      expect(await smallTargets(figure)).toEqual([]);
    }
    // Those without a script of their own, too.
    for (const figure of await page.locator('.island:not([data-figure])').all())
      expect(await smallTargets(figure)).toEqual([]);
    await page.getByText('Set in Newsreader and Source Sans').scrollIntoViewIfNeeded();
    const shifts = await readShifts(page);
    expect(totalOf(shifts), JSON.stringify(shifts)).toBeLessThan(shiftBudget);

    for (const width of windowWidths) {
      await page.setViewportSize({ width, height: 200 });
      expect(await beyondWindow(page), `at ${width} px`).toEqual([]);
    }
  });
}

/** What sticks out to the right of the window. */
const beyondWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = Array.from(document.querySelectorAll('body *')).filter(
      (element) => element.getBoundingClientRect().right > innerWidth,
    );
    return [`${scrollWidth} px`, ...wide.map((element) => element.outerHTML.slice(0, 80))];
  });

test('a page that is not there says so, and leads back', wideAndUnderBase, async ({ page, houseRules }) => {
  houseRules.allow(/404 for .*no-such-page|status of 404.*no-such-page/);
  const response = await page.goto(missingPage.path);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the cover' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Generative Latent Optimization' })).toBeVisible();
});
