/** Wherever a link inside a page leads, what it names stands below the header. */
import { fold } from '../chapter-shape.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const anchorsInSight: PageRule = {
  name: 'what a link leads to is not under the header',
  async check(page) {
    await fold(page);
    const covered = await page.evaluate(async () => {
      const nextFrame = () => new Promise(requestAnimationFrame);
      const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]'));
      const first = new Map(links.toReversed().map((link) => [link.getAttribute('href') ?? '', link]));
      const problemOf = (href: string): string => {
        const figure = /^#fig-([a-z-]+)=/.exec(href)?.[1];
        const target = figure
          ? document.querySelector(`[data-figure="${figure}"]`)
          : document.getElementById(href.slice(1));
        if (!target) return 'is not there';
        const { top } = target.getBoundingClientRect();
        const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
        if (top < header) return `begins ${Math.round(header - top)} px above the header's edge`;
        return top > innerHeight ? 'is below the window' : '';
      };
      const problems: string[] = [];
      for (const [href, link] of first) {
        // From both sides: a figure that is on screen in part need not move far.
        for (const from of ['top', 'bottom']) {
          scrollTo({ top: from === 'top' ? 0 : document.body.scrollHeight, behavior: 'instant' });
          link.click();
          await nextFrame();
          await nextFrame();
          const problem = problemOf(href);
          if (problem) problems.push(`${href}, from the ${from}: ${problem}`);
        }
      }
      return problems;
    });
    expect(covered).toEqual([]);
  },
};
