/** On paper every page is whole, and its figures are ink on white. */
import { figureOn } from '../figures.ts';
import { expectPictureAndCaption, lastingFiguresOn } from '../first-frames.ts';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const printsInkOnWhite: PageRule = {
  name: 'prints with its figures, as ink on white',
  async check(page, path) {
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    for (const place of lastingFiguresOn(path)) {
      await expectPictureAndCaption(page, place);
      await expect(figureOn(page, place).locator('.ink').first()).toHaveCSS('filter', 'none');
    }
  },
};
