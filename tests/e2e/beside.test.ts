/** What prose talks about stays beside it: on wide screens the figure, on a phone its choice of σ or of an epoch. It covers nothing. */
import type { Locator, Page } from '@playwright/test';
import { openLive, sigmaOf, transferGrid } from '../support/e2e/figures.ts';
import { expect, narrowOnly, test, wideOnly } from '../support/e2e/test.ts';

const besideProse = [
  ['swaps/', 'transfer'],
  ['reconstructions/', 'reconstructions'],
  ['losses/', 'epochs'],
  ['losses/', 'learning'],
] as const;

const onPhones = [...besideProse, ['noise/', 'noise']] as const;

/** A figure with its prose. */
const besideOf = (page: Page, name: string): Locator =>
  page.locator('.beside').filter({ has: page.locator(`[data-figure="${name}"]`) });

/** Where what stays is while its prose passes by, at the share of the way. */
async function placesOnTheWay(beside: Locator, stays: string) {
  const places = [];
  for (const share of [0.1, 0.5, 0.9]) {
    places.push(
      await beside.evaluate(
        async (element, [selector, at]) => {
          const prose = element.querySelector('.beside-prose') ?? element;
          const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
          // From where the caption has left to where the prose ends in the window.
          const start = element.querySelector('figcaption')?.getBoundingClientRect().bottom ?? 0;
          const way = prose.getBoundingClientRect().bottom - start - (innerHeight - header);
          scrollTo({ top: scrollY + start - header + at * way, behavior: 'instant' });
          await new Promise(requestAnimationFrame);
          const kept = element.querySelector(selector);
          const box = kept?.getBoundingClientRect() ?? new DOMRect();
          const inFront = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return {
            belowHeader: Math.round(box.top - header),
            aboveEdge: Math.round(innerHeight - box.bottom),
            isInFront: kept?.contains(inFront) ?? false,
            overProse: box.left < prose.getBoundingClientRect().right,
            sideways: document.documentElement.scrollWidth - innerWidth,
          };
        },
        [stays, share] as const,
      ),
    );
  }
  return places;
}

for (const [path, name] of besideProse) {
  test(`${path}: the figure ${name} stays beside its prose, all of it`, wideOnly, async ({ page }) => {
    // The lowest window that has room for both.
    await page.setViewportSize({ width: 1280, height: 736 });
    await page.goto(path);
    for (const place of await placesOnTheWay(besideOf(page, name), '.island')) {
      expect(place.belowHeader).toBeGreaterThanOrEqual(0);
      expect(place.aboveEdge).toBeGreaterThanOrEqual(0);
      expect(place).toMatchObject({ isInFront: true, overProse: false });
      expect(place.sideways).toBeLessThanOrEqual(0);
    }
  });
}

test(
  'a link in the prose changes the figure beside it, and the page stays where it is',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, transferGrid);
    const link = page.locator('.beside-prose a[href*="sigma:5"]').first();
    await link.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await link.click();
    await expect(figure.locator('.axis-corner')).toHaveText(/= 5$/);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await expect(figure).toBeInViewport({ ratio: 1 });
  },
);

for (const [path, name] of onPhones) {
  test(`${path}: of the figure ${name}, its slider or row of levels stays`, narrowOnly, async ({ page }) => {
    await page.goto(path);
    const beside = besideOf(page, name);
    for (const place of await placesOnTheWay(beside, '.stays')) {
      expect(place).toMatchObject({ belowHeader: 0, isInFront: true });
      expect(place.sideways).toBeLessThanOrEqual(0);
    }
    // It ends with the prose.
    const isLeft = await beside.evaluate(async (element) => {
      const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
      const { bottom } = element.getBoundingClientRect();
      scrollTo({ top: scrollY + bottom - header, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
      const below = document.elementFromPoint(innerWidth / 2, header + 10);
      return below !== null && !element.contains(below);
    });
    expect(isLeft).toBe(true);
  });
}

test('the row that stays sets σ from anywhere in the prose', narrowOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  await page.getByRole('heading', { name: 'Read a column' }).scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await sigmaOf(figure, 5).tap();
  await expect(page).toHaveURL(/#fig-transfer=.*sigma:5/);
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test(
  'the row that stays covers neither what a link leads to nor what has the keyboard',
  narrowOnly,
  async ({ page }) => {
    await openLive(page, transferGrid);
    const covered = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        const row = document.querySelector('.stays');
        if (!focused || !row || row.contains(focused)) return 0;
        return Math.round(row.getBoundingClientRect().bottom - focused.getBoundingClientRect().top);
      });

    for (const id of ['read-a-row', 'turn-the-noise-up']) {
      const distance = await page.evaluate(async (target) => {
        scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
        location.hash = target;
        await new Promise(requestAnimationFrame);
        const row = document.querySelector('.stays')?.getBoundingClientRect().bottom ?? 0;
        return (document.getElementById(target)?.getBoundingClientRect().top ?? 0) - row;
      }, id);
      expect(distance, id).toBeGreaterThanOrEqual(0);
    }

    // Upwards, so that whatever is next comes in at the upper edge, to the row itself.
    await page.locator('.curious summary').first().focus();
    const isInRow = () =>
      page.evaluate(() => document.querySelector('.stays')?.contains(document.activeElement) ?? false);
    let stops = 0;
    for (; stops < 60 && !(await isInRow()); stops++) {
      await page.keyboard.press('Shift+Tab');
      expect(
        await covered(),
        await page.evaluate(() => document.activeElement?.outerHTML),
      ).toBeLessThanOrEqual(0);
    }
    expect(stops).toBeGreaterThan(10);
    expect(await isInRow()).toBe(true);
    await expect(page.locator('.stays :focus')).toBeInViewport({ ratio: 1 });
  },
);

test('in a low or enlarged window and on paper nothing stays', wideOnly, async ({ page }) => {
  const positions = () =>
    page
      .locator('.beside')
      .first()
      .evaluate((beside) =>
        [beside.querySelector('.figure-body'), beside.querySelector('.stays')].map(
          (each) => each && getComputedStyle(each).position,
        ),
      );
  const none = ['static', 'static'];
  await page.goto('swaps/');
  expect(await positions()).toEqual(['sticky', 'static']);
  await page.setViewportSize({ width: 1280, height: 600 });
  expect(await positions()).toEqual(none);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await positions()).toEqual(['static', 'sticky']);
  await page.setViewportSize({ width: 640, height: 450 });
  expect(await positions()).toEqual(none);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: 'print' });
    expect(await positions()).toEqual(none);
    await page.emulateMedia({ media: null });
  }
});
