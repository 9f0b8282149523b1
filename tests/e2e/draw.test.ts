/** A digit is drawn by mouse, by keys and by a finger, and found; what is no picture is refused. */
import type { Locator, Page } from '@playwright/test';
import { expectLive, openFigure, type FigurePlace } from '../support/e2e/figures.ts';
import { readInk } from '../support/e2e/ink.ts';
import { bring } from '../support/e2e/swipe.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, narrowOnly, test, wideOnly } from '../support/e2e/test.ts';

const place: FigurePlace = { name: 'draw', title: 'the drawn digit', path: 'workbench/' };
/** A seven, from 0 to 1. */
const seven = [
  [0.25, 0.2],
  [0.75, 0.2],
  [0.5, 0.6],
  [0.42, 0.85],
] as const;

const pad = (figure: Locator): Locator => figure.getByRole('application');
const verdict = (figure: Locator): Locator => figure.locator('.draw-verdict');

/** Places on the pad, on the page. */
async function onPad(figure: Locator): Promise<{ x: number; y: number }[]> {
  await expect(pad(figure)).toHaveAttribute('tabindex', '0');
  await bring(figure.getByRole('button', { name: 'Clear' }));
  const box = (await pad(figure).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return seven.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

async function expectSeven(page: Page, figure: Locator): Promise<void> {
  await expectLive(figure);
  await expect(verdict(figure)).toContainText('The best fit is a 7');
  expect(page.url()).toContain('image:d');
}

test('a digit drawn by mouse is found, and a link brings it back', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, place, 'pace:fast');
  await expect(verdict(figure)).toContainText('The best fit is a 7'); // drawn beforehand
  const [from, ...others] = await onPad(figure);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const { x, y } of others) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
  await expectSeven(page, figure);
  await expect(figure.locator('[data-best="true"] strong')).toHaveText('best');
  await expect(figure.locator('.draw-every .digit-grid canvas')).toHaveCount(1);
  expect(await smallTargets(figure)).toEqual([]);

  const besideIt = figure.getByRole('region', { name: 'The same picture through a VAE' });
  await besideIt.getByRole('radio', { name: '10', exact: true }).check();
  await expect(besideIt.getByRole('status')).toContainText('VAE, 10 numbers: loss 0.0');

  await figure.getByRole('button', { name: 'Keep this drawing' }).click();
  await page.reload();
  await expectSeven(page, figure);
  const kept = figure.getByRole('listitem', { name: 'drawing 1' });
  await expect(kept).toBeVisible();
  await kept.getByRole('button', { name: 'Nearest' }).click();
  const nearest = figure.getByRole('img', {
    name: /^The training images whose content codes are nearest to/,
  });
  await expect(nearest).toHaveAccessibleName(
    /drawing 1, as the model draws them: (?:image \d+, a \d(?:; )?){8}$/,
  );
  expect((await readInk(figure.locator('.draw-nearest'))).alpha.some((alpha) => alpha > 128)).toBe(true);
});

test(
  'keys draw, a cleared square says so, and a file that is no picture is refused',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, place, 'pace:fast');
    await figure.getByRole('button', { name: 'Clear' }).click();
    await expect(verdict(figure)).toHaveText('Nothing is drawn. An empty picture has no digit to look for.');
    await pad(figure).focus();
    await page.keyboard.press('Space');
    for (let i = 0; i < 18; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expectLive(figure);
    await expect(verdict(figure)).toContainText('The best fit is a 1');

    await figure
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'digit.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect(figure.locator('.draw-trouble')).toHaveText(
      'digit.pdf is no PNG, JPEG, GIF or WebP. Choose a picture, or save this one as PNG.',
    );
  },
);

test('a finger draws and does not scroll', narrowOnly, async ({ page }) => {
  const figure = await openFigure(page, place, 'pace:fast');
  const [from, ...others] = await onPad(figure);
  const before = await page.evaluate(() => window.scrollY);
  const devtools = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  for (const point of others) await send('touchMove', [point]);
  await send('touchEnd', []);
  await expectSeven(page, figure);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});
