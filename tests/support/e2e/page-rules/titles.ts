/** Every page has one title, which does not break inside a word, whichever serif the browser has while ours is on its way. */
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

/** Those that systems come with; where one is missing, the browser takes its default in its place. */
const serifs = ['serif', 'DejaVu Serif', 'Noto Serif', 'Georgia', 'Times New Roman'];

export const wholeTitle: PageRule = {
  name: 'the title keeps its words whole in any serif',
  async check(page) {
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveCount(1);
    const opened = page.viewportSize();
    for (const width of [320, 360, 800, 1024, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      const broken = await heading.evaluate((element: HTMLElement, families) => {
        const text = element.firstChild;
        if (!(text instanceof Text)) throw new Error('The title is not one text.');
        const broken = families.flatMap((family) => {
          element.style.fontFamily = `"${family}", serif`;
          return Array.from(text.data.matchAll(/\S+/g)).flatMap(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const isWhole = range.getClientRects().length === 1;
            const fits = range.getBoundingClientRect().right <= element.getBoundingClientRect().right + 1;
            return isWhole && fits ? [] : [`${word} in ${family}`];
          });
        });
        element.style.fontFamily = '';
        return broken;
      }, serifs);
      expect(broken, `at ${width} px`).toEqual([]);
    }
    if (opened) await page.setViewportSize(opened);
  },
};
