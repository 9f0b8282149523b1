/**
 * A host may isolate its pages and send a Content-Security-Policy as a header, which holds for workers too: a meta tag does not reach them.
 * Under the policies of the pages themselves every other test runs (house rules, test.ts).
 */
import { parsePage, policyOf } from '../../src/components/build/policy.ts';
import { chooseEngine, openLive, transferGrid } from '../support/e2e/figures.ts';
import { startStaticHost } from '../support/e2e/static-host.ts';
import { expect, test as base, wideOnly } from '../support/e2e/test.ts';

const isolating = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-content-type-options': 'nosniff',
};

const test = base.extend<object, { strictUrl: string }>({
  strictUrl: [
    // Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const host = await startStaticHost('dist', (answer, path) => {
        const page = path.endsWith('/') ? answer.body.toString() : '';
        const headers = {
          ...answer.headers,
          ...isolating,
          'content-security-policy': policyOf(parsePage(page)),
        };
        return { ...answer, headers };
      });
      await use(host.url);
      await host.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ strictUrl }, use) => use(strictUrl),
});

test('a strict host changes nothing: both engines draw, and the search finds', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await chooseEngine(figure, 'ONNX Runtime');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search').fill('noise');
  await expect(page.locator('.pagefind-ui__result').first()).toBeVisible();
});
