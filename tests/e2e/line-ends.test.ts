/** Line ends of text that changes. Those of every page as it stands: pages.test.ts. */
import { figureOn, openLive, transferGrid } from '../support/e2e/figures.ts';
import { looseSymbols } from '../support/e2e/page-rules/line-ends.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('what a figure says keeps them together when it changes', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid, 'recipe:lord,sigma:1');
  await expect(figure.locator('.figure-status')).toContainText('Live: preset lord, σ 1,');
  expect((await looseSymbols(page)).loose).toEqual([]);
  // The check itself finds what comes apart.
  await figureOn(page, transferGrid)
    .locator('.figure-status span')
    .first()
    .evaluate((span) => (span.textContent = 'at σ = 1, 97.4 %'));
  expect((await looseSymbols(page)).loose).toEqual([
    expect.stringMatching(/σ = 1$/),
    expect.stringMatching(/4 %$/),
  ]);
});
