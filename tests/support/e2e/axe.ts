/** What axe objects to on a page as it is now. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Those that the theme has a part in. */
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

/** The pages hold no frame of another origin, for which axe would open a second page. */
const build = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** By all rules. */
export const examine = (page: Page) => build(page).analyze();

/** At both widths, by all rules in the light theme and by those of color in the dark one; in words short enough to read. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const axe = theme === 'light' ? build(page) : build(page).withRules(rulesOfColor);
      const { violations } = await axe.analyze();
      const objections = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
      );
      expect(objections, `${theme}, ${width} px`).toEqual([]);
    }
  }
}
