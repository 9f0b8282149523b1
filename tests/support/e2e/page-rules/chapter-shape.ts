/** The shape that every chapter has: what it finds comes first, then something to play with, and prose never runs long without a figure. */
import { figureStart, live, openWords } from '../chapter-shape.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const chapterShape: PageRule = {
  name: 'opens with its findings, says how long it is, and has something to play with soon and often',
  isOfChapters: true,
  async check(page) {
    const inShort = page.getByRole('region', { name: 'In short' });
    const sentences = await inShort.getByRole('listitem').allInnerTexts();
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^.?!]*(?:\d\.\d[^.?!]*)*\.$/);
    expect(await inShort.evaluate((section) => section.previousElementSibling)).toBeNull();
    await expect(page.getByText(/^\d+ minutes? to read/)).toBeVisible();
    expect(await figureStart(page)).toBeLessThan(1.5);
    const figures = await page
      .locator('.prose .figure')
      .filter({ has: page.locator(live), visible: true })
      .count();
    expect(await openWords(page)).toBeLessThanOrEqual(700 * figures);
  },
};

export const figureSoonOnPhones: PageRule = {
  name: 'has something to play with within two screens of a phone',
  isOfChapters: true,
  async check(page) {
    expect(await figureStart(page)).toBeLessThan(2);
  },
};
