/** Wherever a link inside a page leads, what it names stands below the header. */
import { fold } from '../chapter-shape.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const anchorsInSight: PageRule = {
  name: 'what a link leads to is not under the header',
  async check(page) {
    await fold(page);
    const addresses = await page
      .locator('main a[href^="#"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    const covered: string[] = [];
    for (const address of addresses) {
      // From both sides: a figure that is on screen in part need not move far.
      for (const from of ['top', 'bottom'] as const) {
        const problem = await page.evaluate(
          async ([href, side]) => {
            const nextFrame = () => new Promise(requestAnimationFrame);
            scrollTo({ top: side === 'top' ? 0 : document.body.scrollHeight, behavior: 'instant' });
            await nextFrame();
            document.querySelector<HTMLAnchorElement>(`main a[href="${href}"]`)?.click();
            await nextFrame();
            await nextFrame();
            const figure = /^#fig-([a-z-]+)=/.exec(href)?.[1];
            const target = figure
              ? document.querySelector(`[data-figure="${figure}"]`)
              : document.getElementById(href.slice(1));
            if (!target) return 'is not there';
            const { top } = target.getBoundingClientRect();
            const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
            if (top < header) return `begins ${Math.round(header - top)} px above the header's edge`;
            if (top > innerHeight) return 'is below the window';
            return '';
          },
          [address, from] as const,
        );
        if (problem) covered.push(`${address}, from the ${from}: ${problem}`);
      }
    }
    expect(covered).toEqual([]);
  },
};
