/** What axe objects to on a page as it is now. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Those that the theme has a part in. */
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

/** The pages hold no frame of another origin, for which axe would open a second page, and neither sound nor film, for which it would fetch all styles. */
const build = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });

/** By all rules. */
export const examine = (page: Page) => build(page).analyze();

/** By all rules at both widths, and by those of color in the dark theme, whose colors are the same at any width; in words short enough to read. */
export async function expectNoViolations(page: Page): Promise<void> {
  await look(page, build(page), 'light', 320);
  await look(page, build(page), 'light', 1280);
  await look(page, build(page).withRules(rulesOfColor), 'dark', 1280);
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
