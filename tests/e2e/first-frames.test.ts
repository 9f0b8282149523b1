/** Without JavaScript, and on paper, every page is whole: text, figures with the pictures made at training time, captions. */
import type { Page } from '@playwright/test';
import { allFigures, expectLive, figureOn, twoCodes, type FigurePlace } from '../support/e2e/figures.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

async function expectPictureAndCaption(page: Page, place: FigurePlace): Promise<void> {
  const figure = figureOn(page, place);
  const pictures = figure.locator('.digit-grid').locator('img, canvas');
  expect(await pictures.count()).toBeGreaterThan(0);
  for (const picture of await pictures.all()) {
    await expect(picture).toBeVisible();
    const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThan(20);
  }
  const caption = page.locator('figure.figure').filter({ has: figure }).locator('figcaption').last();
  await expect(caption).toContainText(/^Figure \d.{20}/);
  // Where no control works, there is none; the heads of the grid's columns and the layers are pictures.
  const controls = figure.locator('input, select, button:not(.content-head, .layer)');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
}

const figuresOf = (path: string) => [...allFigures, twoCodes].filter((place) => place.path === path);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { title, path } of sitePages) {
    test(`${title}: text, first frames and captions are there`, wideOnly, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.locator('main').innerText()).split(/\s+/).length).toBeGreaterThan(80);
      for (const place of figuresOf(path)) {
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

for (const { title, path } of sitePages.filter((each) => figuresOf(each.path).length > 0)) {
  test(`${title}: prints with its figures, as ink on white`, wideOnly, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path);
    for (const place of figuresOf(path)) {
      await figureOn(page, place).scrollIntoViewIfNeeded();
      await expectLive(figureOn(page, place));
    }
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    for (const place of figuresOf(path)) {
      await expectPictureAndCaption(page, place);
      await expect(figureOn(page, place).locator('.ink').first()).toHaveCSS('filter', 'none');
    }
  });
}
