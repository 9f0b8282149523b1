/** Everything works by keyboard alone: reached by Tab from the top of the page, seen, used, and left again. */
import type { Locator, Page } from '@playwright/test';
import {
  allFigures,
  chosenSigma,
  expectLive,
  interpolation,
  openLive,
  transferGrid,
} from '../support/e2e/figures.ts';
import { manyStops, pressTab, tabInto, type Stop } from '../support/e2e/focus.ts';
import { largestDifference, readPicture } from '../support/e2e/ink.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** Figures that draw, train or measure when the reader asks: a σ alone changes no picture in them. */
const beginWhenAsked = ['draw', 'train', 'engine-room'];

for (const { title, path } of sitePages) {
  const figures = allFigures.filter((place) => place.path === path).map(({ name }) => name);
  test(
    `${title}: Tab goes from the top to the last link, through figures whose σ the arrow keys change`,
    figures.length > 0 ? {} : wideOnly,
    async ({ page }) => {
      await page.goto(path);
      const stops: Stop[] = [];
      const changed = new Set<string>();
      while (!stops.at(-1)?.isLast && stops.length < manyStops) {
        const stop = await pressTab(page);
        stops.push(stop);
        if (!stop.figure || beginWhenAsked.includes(stop.figure)) continue;
        if (stop.text.startsWith('INPUT σ')) {
          await changeSigma(page, page.locator(`[data-figure="${stop.figure}"]`));
          changed.add(stop.figure);
        }
      }
      expect(stops.at(-1)?.isLast, `the last stop is ${stops.at(-1)?.text}`).toBe(true);
      expect(stops.filter(({ isShown, isOnScreen }) => !isShown || !isOnScreen)).toEqual([]);
      expect(figures.filter((name) => !changed.has(name))).toEqual([]);
    },
  );
}

async function changeSigma(page: Page, figure: Locator): Promise<void> {
  const sigma = await chosenSigma(figure);
  const before = await readPicture(figure);
  await page.keyboard.press('ArrowRight');
  await expectLive(figure);
  expect(await chosenSigma(figure)).not.toBe(sigma);
  await expect
    .poll(async () => largestDifference((await readPicture(figure)).alpha, before.alpha))
    .toBeGreaterThan(64);
}

test(
  'in the transfer grid, arrow keys move, Enter enlarges, and a key holds σ = 0 while it is down',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, transferGrid);
    const cell = figure.getByRole('gridcell');
    await tabInto(page, figure.getByRole('grid'));
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(cell.nth(12)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cell.nth(12)).toHaveAttribute('aria-selected', 'true');
    const enlarged = figure.getByRole('region', { name: 'Enlarged cell' }).locator('.close-up');
    await expect(enlarged).toContainText(/content of image \d+ as a 1/);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect(cell.nth(19)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(cell.nth(19)).toHaveAttribute('aria-selected', 'true');
    await expect(cell.nth(12)).toHaveAttribute('aria-selected', 'false');

    const hold = figure.getByRole('button', { name: /^Hold to see/ });
    await tabInto(page, hold);
    const before = await readPicture(figure);
    const top = await page.evaluate(() => window.scrollY);
    for (const key of ['Space', 'Enter']) {
      await page.keyboard.down(key);
      await expect(hold).toHaveAttribute('aria-pressed', 'true');
      await expect(figure.locator('.axis-corner')).toHaveText(/= 0$/);
      await expectLive(figure);
      expect(largestDifference((await readPicture(figure)).alpha, before.alpha)).toBeGreaterThan(64);
      await page.keyboard.up(key);
      await expect(hold).toHaveAttribute('aria-pressed', 'false');
      await expectLive(figure);
      expect(largestDifference((await readPicture(figure)).alpha, before.alpha)).toBe(0);
    }
    expect(await page.evaluate(() => window.scrollY)).toBe(top);

    // Whoever leaves while holding lets go.
    await page.keyboard.down('Space');
    await expect(hold).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Tab');
    await expect(hold).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.up('Space');
  },
);

test('arrow keys scrub the interpolation, and a key press plays and stops it', wideOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  const content = figure.getByRole('slider', { name: 'Content' });
  await content.focus();
  await page.keyboard.press('ArrowRight');
  await expect(content).toHaveAttribute('aria-valuetext', '51\u00a0%');
  await page.keyboard.press('End');
  await expect(content).toHaveAttribute('aria-valuetext', '100\u00a0%');

  await tabInto(page, figure.getByRole('button', { name: 'Play' }));
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeFocused();
  await expect(content).not.toHaveAttribute('aria-valuetext', '100\u00a0%');
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: 'Play' })).toBeFocused();
});

test('Escape closes the search, and the keyboard is where it was', wideOnly, async ({ page }) => {
  await page.goto('method/');
  const search = page.getByRole('button', { name: 'Search' });
  await tabInto(page, search);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(search).toBeFocused();
});
