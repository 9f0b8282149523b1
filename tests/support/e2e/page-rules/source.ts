/** The source, the data and the models are one link away from every page, whatever its width. */
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

export const sourceLink = 'Source, data and models';

export const sourceNamed: PageRule = {
  name: 'the masthead has the link to source, data and models, or at least the foot',
  async check(page) {
    const address = /\/#source-data-and-models$/;
    const inFoot = page.locator('.page-foot').getByRole('link', { name: sourceLink });
    await expect(inFoot).toHaveAttribute('href', address);
    const inMasthead = page.locator('.masthead').getByRole('link', { name: sourceLink });
    if ((page.viewportSize()?.width ?? 0) > 640) await expect(inMasthead).toHaveAttribute('href', address);
    else await expect(inMasthead).toBeHidden();
  },
};
