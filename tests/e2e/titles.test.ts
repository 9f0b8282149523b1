/** No title breaks inside a word, whichever serif the browser has while ours is on its way. */
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** Those that systems come with; where one is missing, the browser takes its default in its place. */
const serifs = ['serif', 'DejaVu Serif', 'Noto Serif', 'Georgia', 'Times New Roman'];

for (const { title, path } of sitePages) {
  test(`${title}: the title keeps its words whole in any serif`, wideOnly, async ({ page }) => {
    await page.goto(path);
    const heading = page.getByRole('heading', { level: 1 });
    for (const width of [320, 360, 800, 1024, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      const broken = await heading.evaluate((element: HTMLElement, families) => {
        const text = element.firstChild;
        if (!(text instanceof Text)) throw new Error('The title is not one text.');
        return families.flatMap((family) => {
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
      }, serifs);
      expect(broken, `at ${width} px`).toEqual([]);
    }
  });
}
