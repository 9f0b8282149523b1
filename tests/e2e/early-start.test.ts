/** On a slow line a model is under way before the script of its figure is there, and nothing travels twice for it. */
import type { Page } from '@playwright/test';
import { cover, expectLive, figureOn, transferGrid } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const weightsPath = /weights\.safetensors$/;
const weights = /\/models\/([^/]+)\/weights\.safetensors/;

/** Holds the figure's script back until `release`, and notes whose weights are asked for. */
async function holdScript(page: Page) {
  const asked: string[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/TransferGridFigure\.[^/]*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.route(weights, async (route) => {
    asked.push(weights.exec(route.request().url())?.[1] ?? '');
    await route.continue();
  });
  return { asked, release };
}

test('a model loads while the script of its figure is on its way, once', wideOnly, async ({ page }) => {
  const { asked, release } = await holdScript(page);
  await page.goto(transferGrid.path, { waitUntil: 'commit' });
  const figure = figureOn(page, transferGrid);
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => asked).toHaveLength(1);
  await expect(figure).toHaveAttribute('data-state', 'loading');
  release();
  await expectLive(figure);
  expect(asked).toEqual([await figure.getAttribute('data-checkpoint')]);
});

test('an address that names another model loads that one alone', wideOnly, async ({ page }) => {
  const { asked, release } = await holdScript(page);
  release();
  await page.goto(`${transferGrid.path}#fig-${transferGrid.name}=recipe:exercise,sigma:1`);
  const figure = figureOn(page, transferGrid);
  await expectLive(figure);
  await expect(figure).toHaveAttribute('data-checkpoint', 'glo-mnist-exercise-sigma1');
  expect(asked).toContain('glo-mnist-exercise-sigma1');
  expect(asked.filter((id) => id.startsWith('glo-mnist-lord'))).toEqual([]);
});

test('runtime and manifest travel beside the program of the worker, once', wideOnly, async ({ page }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  const released = Promise.withResolvers<undefined>();
  await page.context().route(/tfjs-worker-program/, async (route) => {
    await released.promise;
    await route.continue();
  });
  await page.goto(cover.path, { waitUntil: 'commit' });
  const countOf = (pattern: RegExp) => asked.filter((path) => pattern.test(path)).length;
  const [binary, manifest] = [/\.wasm$/, /glo-[^/]*\/manifest\.json$/];
  await expect.poll(() => [countOf(binary), countOf(manifest)]).toEqual([1, 1]);
  expect(countOf(weightsPath)).toBe(0);
  released.resolve(undefined);
  await expectLive(figureOn(page, cover));
  expect([countOf(binary), countOf(manifest)]).toEqual([1, 1]);
});
