/** A finger that goes to the side moves a slider, a tap sets it, and one that passes leaves the pad as it is. Passing sliders, on every page: pages.test.ts. */
import { interpolation, openLive } from '../support/e2e/figures.ts';
import { bring, centreOf, scrolledTo, swipe } from '../support/e2e/swipe.ts';
import { expect, narrowOnly, test } from '../support/e2e/test.ts';

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
