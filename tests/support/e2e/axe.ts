/** What axe objects to on a page as it is now. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Those that the theme or the width has a part in. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

/** The pages hold no frame of another origin, for which axe would open a second page, and neither sound nor film, for which it would fetch all styles. */
const build = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });

/** By all rules. */
export const examine = (page: Page) => build(page).analyze();

/** Wide and light by all rules, narrow and dark by those of looks; in words short enough to read. */
export async function expectNoViolations(page: Page): Promise<void> {
  await look(page, build(page), 'light', 1280);
  await look(page, build(page).withRules(rulesOfLooks), 'dark', 320);
}

async function look(page: Page, axe: AxeBuilder, theme: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
  const { violations } = await axe.analyze();
  const objections = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  expect(objections, `${theme}, ${width} px`).toEqual([]);
}
