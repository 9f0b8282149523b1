/** The game of the nine mistakes: a line is guessed, the answer shown, the score kept in the link; the right program comes while a button is held. */
import type { Locator, Page } from '@playwright/test';
import { figureOn, openFigure, type FigurePlace } from '../support/e2e/figures.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, narrowOnly, test, wideOnly } from '../support/e2e/test.ts';

const game: FigurePlace = { name: 'mistakes', title: 'the nine mistakes', path: 'mistakes/' };

const line = (figure: Locator, text: RegExp): Locator => figure.getByRole('button', { name: text });
const answer = (figure: Locator): Locator => figure.getByRole('status').filter({ hasText: /line/ });
/** The picture that the reader looks at; the one beside it is always the right program's. */
const shownPicture = (figure: Locator): Locator =>
  figure.locator('.mistake-pair figure').first().getByRole('img');

const openGame = async (page: Page, state = ''): Promise<Locator> => {
  const figure = await openFigure(page, game, state);
  await expect(figure.getByRole('radio', { name: 'program 1' })).toBeEnabled();
  return figure;
};

test('a reader chooses a line, is told, and goes on; the link keeps the guesses', async ({ page }) => {
  const figure = await openGame(page);
  await expect(figure.getByText('Nine programs, one guess each.')).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);

  await line(figure, /weight_decay/).click();
  await expect(answer(figure)).toContainText('Found: line 5.');
  await expect(answer(figure)).toContainText('Decay through Adam');
  await expect(answer(figure)).toBeInViewport();
  await expect(figure.getByText('Your score: 1 of 1 found, 8 to go.')).toBeVisible();
  // One guess a program.
  await line(figure, /^line 1:/).click({ force: true });
  await expect(answer(figure)).toContainText('Found: line 5.');

  await figure.getByRole('button', { name: 'Program 2' }).click();
  await expect(answer(figure)).toHaveCount(0);
  await line(figure, /loss\.backward/).click();
  await expect(answer(figure)).toContainText('Not line 14: it is line 9.');
  await expect(figure.getByText('Your score: 1 of 2 found, 7 to go.')).toBeVisible();
  expect(await smallTargets(figure)).toEqual([]);

  await page.reload();
  await expect(figureOn(page, game).getByText('Your score: 1 of 2 found, 7 to go.')).toBeVisible();
  await expect(answer(figureOn(page, game))).toContainText('Not line 14: it is line 9.');
});

test('arrow keys move through the lines, and Enter chooses one', wideOnly, async ({ page }) => {
  const figure = await openGame(page, 'program:3');
  await line(figure, /^line 1:/).focus();
  await page.keyboard.press('End');
  await expect(line(figure, /^line 20:/)).toBeFocused();
  await page.keyboard.press('Home');
  for (let i = 1; i < 13; i++) await page.keyboard.press('ArrowDown');
  await expect(line(figure, /^line 13:/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answer(figure)).toContainText('Found: line 13.');
  await expect(line(figure, /^line 13:/)).toBeFocused();
});

test('a program is shown without a guess, and not counted', wideOnly, async ({ page }) => {
  const figure = await openGame(page);
  await figure.getByRole('button', { name: 'Show me' }).click();
  await expect(answer(figure)).toContainText('It is line 5.');
  await expect(page).toHaveURL(/shown:yes/);
  await expect(figure.getByText('Nine programs, one guess each.')).toBeVisible();
});

for (const { program, kind } of [
  { program: 1, kind: 'transfers' },
  { program: 9, kind: 'samples' },
]) {
  test(
    `program ${program}: a key that is held shows the right pictures, and let go the wrong ones again`,
    wideOnly,
    async ({ page }) => {
      const figure = await openGame(page, `program:${program}`);
      const picture = shownPicture(figure);
      await expect(picture).toHaveAttribute('src', new RegExp(`-mistake-.*/preview-${kind}\\.png$`));
      await figure.getByRole('button', { name: 'Hold: the right program' }).focus();
      await page.keyboard.down('Space');
      await expect(picture).toHaveAttribute('alt', /^The right program/);
      await expect(picture).toHaveAttribute('src', new RegExp(`exercise-sigma0\\.3/preview-${kind}\\.png$`));
      await expect(picture).toHaveJSProperty('naturalWidth', 280);
      await page.keyboard.up('Space');
      await expect(picture).toHaveAttribute('src', /-mistake-/);
    },
  );
}

test(
  'on a phone one picture stands in the place of the other, and the figure begins on the first screen',
  narrowOnly,
  async ({ page }) => {
    await page.goto('mistakes/');
    const figure = figureOn(page, game);
    await expect(figure.getByRole('radio', { name: 'program 1' })).toBeInViewport();
    await expect(figure.getByRole('radio', { name: 'program 1' })).toBeEnabled();
    await expect(figure.locator('.mistake-beside')).toBeHidden();
  },
);

test('a link in the text opens a program with its answer', wideOnly, async ({ page }) => {
  await page.goto('mistakes/');
  await page.getByRole('link', { name: 'the gradients of the codes are never cleared' }).click();
  const figure = figureOn(page, game);
  await expect(figure.getByRole('radio', { name: 'program 3' })).toBeChecked();
  await expect(answer(figure)).toContainText('Gradients never zeroed');
  await expect(figure.getByRole('radio', { name: 'program 3' })).toBeInViewport();
});

test('every mistake is read by link, and printed', wideOnly, async ({ page }) => {
  await page.goto('mistakes/#mistake-slot-moments');
  const heading = page.getByRole('heading', { name: 'Moments by place in the batch' });
  await expect(heading).toBeInViewport();
  await page.goto('method/');
  await page.goto('mistakes/');
  await expect(heading).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() =>
      page.locator('.mistake').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length),
    )
    .toBe(9);
});
