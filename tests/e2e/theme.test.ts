/** Ink on paper, chalk on slate: the reader's choice or the system's, on every page. */
import { decode } from 'fast-png';
import type { Locator } from '@playwright/test';
import { cover, expectLive, figureOn, openLive, transferGrid } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** Brightness of a picture's paper (the median) and of its ink (the extreme furthest from it), 0 to 255. */
async function tonesOf(place: Locator): Promise<{ paper: number; ink: number }> {
  const { data, channels } = decode(await place.screenshot());
  const tones = Array.from(data)
    .filter((_, i) => i % channels === 1)
    .sort((a, b) => a - b);
  const paper = tones[(tones.length / 2) | 0];
  const darkest = tones[0];
  const brightest = tones[tones.length - 1];
  return { paper, ink: paper - darkest > brightest - paper ? darkest : brightest };
}

const picture = (figure: Locator): Locator => figure.locator('.digit-grid').first();

test(
  'the switch turns paper to slate and ink to chalk, and the next page keeps it',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, transferGrid);
    const light = await tonesOf(picture(figure));
    expect(light.paper).toBeGreaterThan(230);
    expect(light.ink).toBeLessThan(40);

    const root = page.locator('html');
    const toggle = page.getByRole('button', { name: 'Dark theme' });
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    const dark = await tonesOf(picture(figure));
    expect(dark.paper).toBeLessThan(60);
    expect(dark.ink).toBeGreaterThan(200);

    await page.getByRole('link', { name: 'Next Samples' }).click();
    await expect(page).toHaveURL(/samples\/$/);
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await toggle.click();
    await page.goBack();
    await expect(root).toHaveAttribute('data-theme', 'light');
  },
);

test('until the reader chooses, the system does', wideOnly, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(cover.path);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expectLive(figureOn(page, cover));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page is as the system: ${colorScheme}`, wideOnly, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(cover.path);
      const paper = colorScheme === 'light' ? 'rgb(250, 247, 240)' : 'rgb(29, 36, 39)';
      await expect(page.locator('body')).toHaveCSS('background-color', paper);
      const filter = colorScheme === 'light' ? 'none' : 'invert(1)';
      await expect(page.locator('.ink').first()).toHaveCSS('filter', filter);
    });
  }
});
