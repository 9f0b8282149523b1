/** A thumb that scrolls past a slider leaves it alone; one that goes to the side moves it, and a tap sets it. On every page. */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { interpolation, openLive } from '../support/e2e/figures.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, narrowOnly, test } from '../support/e2e/test.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const centreOf = async (place: Locator): Promise<Point> => {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
};

/** A finger from one point to another, in steps that the browser takes for a swipe. */
async function swipe(devtools: CDPSession, from: Point, to: Point): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  const numSteps = 8;
  for (let step = 1; step <= numSteps; step++) {
    const share = step / numSteps;
    await send('touchMove', [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }]);
  }
  await send('touchEnd', []);
}

const scrolledTo = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Into the middle of the screen, awake. */
async function bring(slider: Locator): Promise<void> {
  await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(slider).toBeEnabled();
}

for (const { title, path } of sitePages) {
  test(
    `${title}: a swipe over a slider scrolls the page and moves no slider`,
    narrowOnly,
    async ({ page }) => {
      await page.goto(path);
      const devtools = await page.context().newCDPSession(page);
      for (const figure of await page.locator('[data-figure]').all()) {
        await figure.scrollIntoViewIfNeeded();
        await expect(figure.getByRole('button', { name: 'Copy link' })).toBeEnabled();
        for (const slider of await figure.getByRole('slider').all()) {
          await bring(slider);
          const value = await slider.inputValue();
          const before = await scrolledTo(page);
          const { x, y, width } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0 };
          // Where the thumb is not.
          const at = x + width * (Number(value) > Number(await slider.getAttribute('max')) / 2 ? 0.15 : 0.85);
          await swipe(devtools, { x: at, y: y + 14 }, { x: at + 4, y: y - 200 });
          await expect.poll(() => scrolledTo(page)).not.toBe(before);
          expect(await slider.inputValue()).toBe(value);
        }
      }
    },
  );
}

test(
  'a drag to the side moves a slider and not the page, and a tap sets it',
  narrowOnly,
  async ({ page }) => {
    const figure = await openLive(page, interpolation);
    const devtools = await page.context().newCDPSession(page);
    const slider = figure.getByRole('slider', { name: 'Class' });
    await bring(slider);
    const before = await scrolledTo(page);
    const { x, y, width } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await swipe(devtools, { x: x + 10, y: y + 14 }, { x: x + 8 + (width - 16) * 0.75, y: y + 18 });
    await expect(slider).toHaveAttribute('aria-valuetext', '75\u00a0%');
    await page.touchscreen.tap(x + width / 2, y + 14);
    await expect(slider).toHaveAttribute('aria-valuetext', '50\u00a0%');
    expect(await scrolledTo(page)).toBe(before);
  },
);

test('a swipe over the pad of the interpolation leaves its point', narrowOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  const devtools = await page.context().newCDPSession(page);
  const pad = figure.locator('.scrub-pad');
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const content = figure.getByRole('slider', { name: 'Content' });
  const before = [await content.inputValue(), await scrolledTo(page)];
  const { x, y } = await centreOf(pad);
  await swipe(devtools, { x: x + 60, y }, { x: x + 64, y: y - 200 });
  await expect.poll(() => scrolledTo(page)).not.toBe(before[1]);
  expect(await content.inputValue()).toBe(before[0]);
});
