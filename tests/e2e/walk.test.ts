/** The walks through codes: over the map of the contents, along their directions, and between the class codes: by keyboard, and by mouse where a line is drawn. */
import type { Locator } from '@playwright/test';
import { expectLive, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const walk: FigurePlace = { title: 'the walk', path: 'workbench/', name: 'walk' };
const directions: FigurePlace = { title: 'the directions', path: 'samples/', name: 'directions' };
const classSpace: FigurePlace = { title: 'the class space', path: 'samples/', name: 'class-space' };

/** About its middle, by mouse. */
async function drawSquareOn(map: Locator): Promise<void> {
  await map.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const { mouse } = map.page();
  const corner = (across: number, down: number) => [x + across * width, y + down * height] as const;
  await mouse.move(...corner(0.4, 0.4));
  await mouse.down();
  for (const place of [corner(0.6, 0.4), corner(0.6, 0.6), corner(0.4, 0.6)])
    await mouse.move(...place, { steps: 4 });
  await mouse.up();
}

test('arrow keys walk over the map, codes in a circle or a loop are averaged, and the content is drawn in every class', async ({
  page,
}) => {
  const figure = await openLive(page, walk);
  const classes = figure.getByRole('list', { name: /in every class$/ });
  await expect(classes.getByRole('img')).toHaveCount(10);
  const before = await readInk(classes);
  const across = figure.getByRole('slider', { name: 'Across' });
  await across.press('Home');
  await expectLive(figure);
  expect(largestDifference((await readInk(classes)).alpha, before.alpha)).toBeGreaterThan(64);
  await expect(page).toHaveURL(/,x:0,/);
  await figure.getByRole('slider', { name: 'Circle about the mark' }).press('End');
  await expect(figure.getByText(/^The mean of [1-9]\d* codes in the circle\.$/)).toBeVisible();
  await figure.getByRole('button', { name: 'Draw a loop' }).click();
  await expect(figure.getByText('Draw a line about some dots.')).toBeVisible();
  await drawSquareOn(figure.locator('.walk'));
  await expect(figure.getByText(/^The mean of [1-9]\d* codes in the loop\.$/)).toBeVisible();
  await expect(page).toHaveURL(/loop:\d+~\d+_/);
  await figure.getByRole('checkbox', { name: 'Pictures on the map' }).check();
  await expect(page).toHaveURL(/pictures:yes/);
  await figure.getByRole('radio', { name: 'principal axes' }).check();
  await expect(page).toHaveURL(/loop:none/);
  await figure.getByRole('slider', { name: 'Third axis' }).press('ArrowRight');
  await expectLive(figure);
  await expect(page).toHaveURL(/layout:axes,.*radius:0,.*third:0\.1/);
  await figure.getByRole('combobox', { name: 'Coloured by' }).selectOption('ink');
  await expect(figure.getByRole('list', { name: 'Colours from little ink to much ink' })).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);
});

test('the slant slider moves the picture, and the row says where the judge disagrees', async ({ page }) => {
  const figure = await openLive(page, directions);
  await expect(figure.getByText(/^The judge reads a 4 from −\d/)).toBeVisible();
  const picture = figure.locator('.direction-made');
  const before = await readInk(picture);
  await figure.getByRole('slider', { name: 'Slant' }).press('End');
  await expectLive(figure);
  await expect(picture.getByText('slant +6')).toBeVisible();
  expect(largestDifference((await readInk(picture)).alpha, before.alpha)).toBeGreaterThan(64);
  expect(await smallTargets(figure)).toEqual([]);
});

test('classes are mixed by weights, and added and taken away', wideOnly, async ({ page }) => {
  const figure = await openLive(page, classSpace);
  const made = figure.locator('.class-sum-made');
  const mixture = await readInk(made);
  await figure.getByRole('slider', { name: 'Weight of a' }).press('Home');
  await expectLive(figure);
  const without = await readInk(made);
  expect(largestDifference(without.alpha, mixture.alpha)).toBeGreaterThan(64);
  await expect(made.getByRole('img', { name: /^0\s%\sof class 4, 50\s%\sof class 9/ })).toBeVisible();
  await figure.getByRole('radio', { name: 'a − b + c' }).check();
  await expect(made.getByRole('img', { name: /^Class 4 − class 9 \+ class 7/ })).toBeVisible();
  expect(largestDifference((await readInk(made)).alpha, without.alpha)).toBeGreaterThan(64);
  expect(await smallTargets(figure)).toEqual([]);
});
