/** Charts, wherever there are any: one drawing is shown and can be read, its values by pointer, keys and table; nothing moves. */
import type { Locator } from '@playwright/test';
import { unfold } from '../chapter-shape.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

const smallestWords = 11;

export const chartsFit: PageRule = {
  name: 'charts fit their page, and their words are large enough',
  async check(page) {
    await unfold(page);
    for (const chart of await page.locator('glo-chart').all()) {
      const drawings = await shownDrawings(chart);
      expect(drawings.length).toBeGreaterThan(0);
      for (const { words, right, viewport } of drawings) {
        expect(words).toBeGreaterThanOrEqual(smallestWords - 0.05);
        expect(right).toBeLessThanOrEqual(viewport);
      }
    }
  },
};

export const chartsSayValues: PageRule = {
  name: 'charts say the value under the pointer and go on by arrow keys, as their tables have it',
  async check(page) {
    await unfold(page);
    for (const chart of await page.locator('glo-chart').all()) {
      await chart.scrollIntoViewIfNeeded();
      const before = await chart.boundingBox();
      const reading = chart.locator('output');
      await chart.locator('.chart-drawings svg:visible').first().hover();
      const cells = await chart.locator('td').allTextContents();
      await expect(reading).toContainText(/\d/);
      const said = await reading.textContent();
      expect(cells.some((cell) => said?.includes(cell.trim()))).toBe(true);

      const tabStop = '.chart-drawings[tabindex="0"], .chart-drawings svg:visible a[tabindex="0"]';
      await chart.locator(tabStop).first().focus();
      const stopped = await reading.textContent();
      await page.keyboard.press('ArrowRight');
      await expect(reading).not.toHaveText(stopped ?? '');
      expect((await chart.boundingBox())?.height).toBe(before?.height);
    }
  },
};

/** Of the drawings that are not hidden: the size of their words in pixels, and where they end. */
const shownDrawings = (chart: Locator) =>
  chart.locator('.chart-svg:visible').evaluateAll((drawings) =>
    drawings.map((drawing) => {
      const { width, right } = drawing.getBoundingClientRect();
      const units = Number(drawing.getAttribute('viewBox')?.split(' ')[2]);
      return {
        words: (parseFloat(getComputedStyle(drawing).fontSize) * width) / units,
        right,
        viewport: document.documentElement.clientWidth,
      };
    }),
  );
