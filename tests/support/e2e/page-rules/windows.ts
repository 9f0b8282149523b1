/** No page is wider than its window, from the smallest phone to a desk. */
import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

const windowWidths = [320, 360, 768, 1280];

export const withinWindow: PageRule = {
  name: 'nothing sticks out of the window',
  async check(page) {
    for (const width of windowWidths) {
      await page.setViewportSize({ width, height: 200 });
      expect(await beyondWindow(page), `at ${width} px`).toEqual([]);
    }
  },
};

/** What sticks out to the right of the window. */
const beyondWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = Array.from(document.querySelectorAll('body *')).filter(
      (element) => element.getBoundingClientRect().right > innerWidth,
    );
    return [`${scrollWidth} px`, ...wide.map((element) => element.outerHTML.slice(0, 80))];
  });
