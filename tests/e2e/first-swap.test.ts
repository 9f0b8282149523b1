/** The first thing to touch: one swap, written while the reader looks. */
import type { Locator } from '@playwright/test';
import { expectLive, figureOn, firstSwap, openLive } from '../support/e2e/figures.ts';
import { inkShare, largestDifference, readInk, type Ink } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const written = (figure: Locator): Locator => figure.locator('.first-swap-written');
const drawn = (figure: Locator): Promise<Ink> => readInk(written(figure));

/** Every picture that is on screen until the last one stays, by their sums of ink. */
const picturesUntilRest = (figure: Locator): Promise<number> =>
  written(figure)
    .locator('canvas')
    .evaluate(
      (canvas: HTMLCanvasElement) =>
        new Promise<number>((resolve) => {
          const seen = new Set<string>();
          let still = 0;
          let last = '';
          requestAnimationFrame(function look() {
            const now = canvas.toDataURL();
            still = now === last ? still + 1 : 0;
            last = now;
            seen.add(now);
            if (still < 40) requestAnimationFrame(look);
            else resolve(seen.size);
          });
        }),
    );

test('a reader chooses a digit and the same hand writes it, frame by frame', async ({ page }) => {
  const figure = await openLive(page, firstSwap);
  const six = await drawn(figure);
  expect(inkShare(six)).toBeGreaterThan(0.05);
  await figure.getByRole('radio', { name: '9', exact: true }).check();
  expect(await picturesUntilRest(figure)).toBeGreaterThan(4);
  await expectLive(figure);
  expect(largestDifference((await drawn(figure)).alpha, six.alpha)).toBeGreaterThan(64);
  await expect(written(figure).getByRole('img')).toHaveAccessibleName(
    /^The handwriting of this 3, writing a 9/,
  );
  expect(await smallTargets(figure)).toEqual([]);
});

test('Write it again repeats the film and ends at the same picture', wideOnly, async ({ page }) => {
  const figure = await openLive(page, firstSwap);
  const before = await drawn(figure);
  await figure.getByRole('button', { name: 'Write it again' }).click();
  expect(await picturesUntilRest(figure)).toBeGreaterThan(4);
  expect(largestDifference((await drawn(figure)).alpha, before.alpha)).toBe(0);
});

test(
  'another hand writes the same digit otherwise, and the address keeps both',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, firstSwap);
    const first = await drawn(figure);
    await figure.getByRole('button', { name: 'Another hand' }).click();
    await expectLive(figure);
    await picturesUntilRest(figure);
    const second = await drawn(figure);
    expect(largestDifference(second.alpha, first.alpha)).toBeGreaterThan(64);
    await expect(page).toHaveURL(/fig-first-swap=.*hand:4/);
    await page.reload();
    await expectLive(figureOn(page, firstSwap));
    expect(largestDifference((await drawn(figureOn(page, firstSwap))).alpha, second.alpha)).toBe(0);
  },
);

test('with less motion it is written at once', wideOnly, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openLive(page, firstSwap);
  await figure.getByRole('button', { name: 'Write it again' }).click();
  expect(await picturesUntilRest(figure)).toBe(1);
});
