/** Figures that keep a picture and a caption where no control works: without JavaScript, and on paper. */
import { expect, type Page } from '@playwright/test';
import { allFigures, figureOn, twoCodes, type FigurePlace } from './figures.ts';

export const lastingFiguresOn = (path: string): readonly FigurePlace[] =>
  [...allFigures, twoCodes].filter((place) => place.path === path);

export async function expectPictureAndCaption(page: Page, place: FigurePlace): Promise<void> {
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
