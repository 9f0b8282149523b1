/** Without JavaScript every page is whole: text, figures with the pictures made at training time, captions. On paper, too: pages.test.ts. */
import { figureOn } from '../support/e2e/figures.ts';
import { expectPictureAndCaption, lastingFiguresOn } from '../support/e2e/first-frames.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { title, path } of sitePages) {
    test(`${title}: text, first frames and captions are there`, wideOnly, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.locator('main').innerText()).split(/\s+/).length).toBeGreaterThan(80);
      for (const place of lastingFiguresOn(path)) {
        const figure = figureOn(page, place);
        await expectPictureAndCaption(page, place);
        for (const image of await figure.locator('img.ink').all()) {
          await expect(image).toHaveJSProperty('complete', true);
          expect(await image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
          await expect(image).toHaveAttribute('alt', /\S/);
        }
        await expect(figure.getByText(/^Drawn beforehand: preset \w+, σ\s[\d.]+\.$/)).toBeVisible();
        await expect(figure.locator('noscript')).toBeVisible();
      }
    });
  }
});
