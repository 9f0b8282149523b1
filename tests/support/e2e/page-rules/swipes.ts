/** A thumb that scrolls past a slider leaves it alone. */
import { bring, scrolledTo, swipe } from '../swipe.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const swipesScroll: PageRule = {
  name: 'a swipe over a slider scrolls the page and moves no slider',
  async check(page) {
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
};
