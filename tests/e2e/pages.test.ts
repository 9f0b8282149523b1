/** What holds for every page, beside the house rules (test.ts): it is visited once at each width, and the visit looks at all that it can. */
import { anchorsInSight } from '../support/e2e/page-rules/anchors.ts';
import { axeHasNoObjection } from '../support/e2e/page-rules/axe.ts';
import { needsNoStorage } from '../support/e2e/page-rules/blocked-storage.ts';
import { chapterShape, figureSoonOnPhones } from '../support/e2e/page-rules/chapter-shape.ts';
import { chartsFit, chartsSayValues } from '../support/e2e/page-rules/charts.ts';
import { cutEdgesFade, noHoles } from '../support/e2e/page-rules/edges.ts';
import { symbolsKeepTheirValues } from '../support/e2e/page-rules/line-ends.ts';
import type { PageRule } from '../support/e2e/page-rules/page-rule.ts';
import { printsInkOnWhite } from '../support/e2e/page-rules/print.ts';
import { sourceNamed } from '../support/e2e/page-rules/source.ts';
import { steadyInUse } from '../support/e2e/page-rules/steady.ts';
import { swipesScroll } from '../support/e2e/page-rules/swipes.ts';
import { wholeTitle } from '../support/e2e/page-rules/titles.ts';
import { withinWindow } from '../support/e2e/page-rules/windows.ts';
import { missingPage, sitePages } from '../support/e2e/pages.ts';
import { expect, narrowOnly, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

interface Visit {
  readonly title: string;
  readonly where: { readonly tag: string };
  /** First those that look at the page as it opens, then those that unfold it, last those that set what is in it. */
  readonly rules: readonly PageRule[];
}

const visits: readonly Visit[] = [
  {
    title: 'on a desk',
    where: wideOnly,
    rules: [
      chapterShape,
      sourceNamed,
      noHoles,
      wholeTitle,
      symbolsKeepTheirValues,
      steadyInUse,
      chartsFit,
      chartsSayValues,
      anchorsInSight,
      needsNoStorage,
      withinWindow,
      axeHasNoObjection,
      printsInkOnWhite,
    ],
  },
  {
    title: 'on a phone',
    where: narrowOnly,
    rules: [
      figureSoonOnPhones,
      sourceNamed,
      steadyInUse,
      cutEdgesFade,
      chartsFit,
      chartsSayValues,
      anchorsInSight,
      swipesScroll,
    ],
  },
];

test.describe('every page', () => {
  test.describe.configure({ timeout: 180_000 });

  for (const { title, path, isChapter } of sitePages) {
    for (const { title: visit, where, rules } of visits) {
      test(`${title}, ${visit}, keeps the rules`, where, async ({ page }) => {
        const kept = rules.filter(({ isOfChapters }) => !isOfChapters || isChapter);
        for (const { beforeOpening } of kept) await beforeOpening?.(page);
        await page.goto(path);
        for (const { name, check } of kept) await test.step(name, () => check(page, path));
      });
    }
  }
});

test('a page that is not there says so, and leads back', wideAndUnderBase, async ({ page, houseRules }) => {
  houseRules.allow(/404 for .*no-such-page|status of 404.*no-such-page/);
  const response = await page.goto(missingPage.path);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the cover' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Generative Latent Optimization' })).toBeVisible();
});
