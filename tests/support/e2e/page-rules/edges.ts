/** Edges: what is cut off on a small screen fades and keeps its first column; on a wide one no note in the margin leaves a hole in the text. */
import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

interface Edge {
  readonly what: string;
  /** How much of the last stretch is seen, 0 to 1, before and after scrolling to the end. */
  readonly atStart: number;
  readonly atEnd: number;
  /** How far the names of the rows went with it. */
  readonly moved: number;
}

/** Everything that is wider than the page and scrolls. */
const edges = (page: Page): Promise<Edge[]> =>
  page.evaluate(async () => {
    document.querySelectorAll('details').forEach((each) => (each.open = true));
    const nextFrame = () => new Promise(requestAnimationFrame);
    await nextFrame();
    await nextFrame();
    const found: Edge[] = [];
    for (const box of document.querySelectorAll<HTMLElement>('.prose *')) {
      if (!/auto|scroll/.test(getComputedStyle(box).overflowX)) continue;
      if (box.scrollWidth <= box.clientWidth + 1) continue;
      const seen = () => Number(getComputedStyle(box).getPropertyValue('--edge'));
      const name = box.querySelector('tbody th');
      const left = () => name?.getBoundingClientRect().left ?? 0;
      const [atStart, before] = [seen(), left()];
      box.scrollTo({ left: box.scrollWidth, behavior: 'instant' });
      // What scrolls drives an animation, which may come a few frames later.
      for (let frame = 0; frame < 2 || (frame < 30 && seen() < 1); frame++) await nextFrame();
      const what = `${box.tagName} ${box.className}, ${box.scrollWidth} px`;
      found.push({ what, atStart, atEnd: seen(), moved: Math.round(Math.abs(left() - before)) });
    }
    return found;
  });

export const cutEdgesFade: PageRule = {
  name: 'what scrolls fades where it is cut, and keeps its first column',
  async check(page) {
    for (const { what, atStart, atEnd, moved } of await edges(page)) {
      expect(atStart, what).toBeLessThan(0.5);
      expect(atEnd, what).toBe(1);
      // Of a table whose second column holds the names, the first goes.
      expect(moved, what).toBeLessThan(40);
    }
  },
};

export const noHoles: PageRule = {
  name: 'no hole between text and figure',
  async check(page) {
    const holes = await page.evaluate(() => {
      const below = ':is(.prose, .beside-prose) > :not(.beside), .on-phones > .figure';
      const blocks = Array.from(document.querySelectorAll<HTMLElement>(below)).filter(
        (each) => each.checkVisibility() && each.getBoundingClientRect().height > 0,
      );
      return blocks.slice(1).flatMap((block, i) => {
        if (!block.matches('.figure')) return [];
        const [above, top] = [blocks[i].getBoundingClientRect().bottom, block.getBoundingClientRect().top];
        const margin = parseFloat(getComputedStyle(block).marginTop);
        return top - above > margin + 8 ? [`${Math.round(top - above)} px above ${block.id}`] : [];
      });
    });
    expect(holes).toEqual([]);
  },
};
