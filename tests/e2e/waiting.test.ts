/** Who waits is told what for: a figure whose script is not there yet, and pictures further down stay behind the model that is looked at. */
import type { Page } from '@playwright/test';
import { expectLive, figureOn, noise, transferGrid } from '../support/e2e/figures.ts';
import { placeOf } from '../support/e2e/steadiness.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** Holds the figure's script back until it is released. */
async function holdScript(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/TransferGridFigure\.[^/]*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('controls that are off say what they wait for and how far it is, and nothing moves', async ({
  page,
}) => {
  const built = await page.request.get(transferGrid.path);
  expect(await built.text()).toContain('The controls work when the figure has loaded.');
  const release = await holdScript(page);
  await page.goto(transferGrid.path, { waitUntil: 'commit' });
  const figure = figureOn(page, transferGrid);
  await expect(figure.getByRole('radio', { name: 'σ 0.3', exact: true })).toBeDisabled();
  await figure.scrollIntoViewIfNeeded();
  const note = figure.locator('.island-wait');
  await expect(note).toHaveText(/^Loading the model: \d+ of \d+ kB, \d+\s%\.$/);
  await expect(figure).toHaveAccessibleDescription(/^Loading the model: /);
  await expect(note).toHaveCSS('opacity', '1');
  const before = await placeOf(figure);
  release();
  await expectLive(figure);
  await expect(note).toHaveCount(0);
  await expect(figure.getByRole('radio', { name: 'σ 0.3', exact: true })).toBeEnabled();
  await expect(figure).toHaveAccessibleDescription('');
  expect(await placeOf(figure)).toEqual(before);
});

const missing = 'The script of this figure has not arrived. Reload the page to try again.';

test(
  'a figure whose script cannot be had says so, and what to do',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/TransferGridFigure|Failed to load resource/);
    await page.route(/TransferGridFigure\.[^/]*\.js/, (route) => route.fulfill({ status: 404 }));
    await page.goto(transferGrid.path);
    const figure = figureOn(page, transferGrid);
    await figure.scrollIntoViewIfNeeded();
    const note = figure.locator('.island-wait');
    await expect(note).toHaveText(missing);
    await expect(note).toHaveCSS('opacity', '1');
    await expect(figure).toHaveAccessibleDescription(missing);
    // The engine, which comes by itself, does not talk over it.
    await page.waitForLoadState('networkidle');
    await expect(note).toHaveText(missing);
  },
);

test(
  'a script that is long in coming is missed in time, and the figure wakes when it comes',
  wideOnly,
  async ({ page }) => {
    const release = await holdScript(page);
    await page.goto(transferGrid.path, { waitUntil: 'commit' });
    const figure = figureOn(page, transferGrid);
    await figure.scrollIntoViewIfNeeded();
    const note = figure.locator('.island-wait');
    await expect(note).toHaveText(missing, { timeout: 30_000 });
    release();
    await expectLive(figure);
    await expect(note).toHaveCount(0);
  },
);

test('sheets of pictures far down the page wait until they are near', wideOnly, async ({ page }) => {
  const sheets: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/data/reconstructions/')) sheets.push(request.url());
  });
  // A browser fetches what is up to 2,500 px below the window where it does not know how fast the line is.
  await page.setViewportSize({ width: 1280, height: 300 });
  await page.goto(noise.path);
  const rows = page.locator('.collapse img');
  const last = rows.last();
  expect(await last.evaluate((image) => image.getBoundingClientRect().top)).toBeGreaterThan(2800);
  const source = await last.evaluate((image: HTMLImageElement) => image.src);
  expect(sheets).not.toContain(source);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => sheets).toContain(source);
  await expect(last).toHaveJSProperty('complete', true);
});
