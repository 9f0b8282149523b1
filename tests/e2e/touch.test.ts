/** Taps do what clicks do. That targets are large enough to hit is in pages.test.ts. */
import type { Locator, Page } from '@playwright/test';
import { expectLive, interpolation, openLive, sigmaOf, transferGrid } from '../support/e2e/figures.ts';
import { largestDifference, readPicture } from '../support/e2e/ink.ts';
import { expect, narrowOnly, test } from '../support/e2e/test.ts';

test(
  'in the transfer grid, a tap chooses σ, a cell, a content, and a finger holds the other σ',
  narrowOnly,
  async ({ page }) => {
    const figure = await openLive(page, transferGrid);
    const before = await readPicture(figure);
    await sigmaOf(figure, 5).tap();
    await expectLive(figure);
    const after = await readPicture(figure);
    expect(largestDifference(after.alpha, before.alpha)).toBeGreaterThan(64);

    const cell = figure.getByRole('gridcell', { name: /\(a 4\) with class 8\b/ });
    await cell.tap();
    await expect(cell).toHaveAttribute('aria-selected', 'true');
    await expect(figure.locator('.close-up')).toContainText('as an 8');
    const content = figure.getByRole('button', { name: /^a 2, image \d+$/ });
    await content.tap();
    await expect(content).toHaveAttribute('aria-pressed', 'true');
    await expect(figure.locator('.close-up')).toContainText('as a 2');

    const hold = figure.getByRole('button', { name: /^Hold to see/ });
    await hold.scrollIntoViewIfNeeded();
    const finger = await touchAt(page, hold);
    await finger('touchStart');
    await expect(hold).toHaveAttribute('aria-pressed', 'true');
    await expectLive(figure);
    expect(largestDifference((await readPicture(figure)).alpha, after.alpha)).toBeGreaterThan(64);
    await finger('touchEnd');
    await expect(hold).toHaveAttribute('aria-pressed', 'false');
    await expectLive(figure);
    expect(largestDifference((await readPicture(figure)).alpha, after.alpha)).toBe(0);
  },
);

test('a tap on the interpolation puts the point there', narrowOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  const pad = figure.locator('.scrub-pad');
  const { width, height } = (await pad.boundingBox()) ?? { width: 0, height: 0 };
  await pad.tap({ position: { x: width - 2, y: height - 2 } });
  await expect(figure.getByRole('slider', { name: 'Content' })).toHaveAttribute(
    'aria-valuetext',
    '100\u00a0%',
  );
  await expect(figure.getByRole('slider', { name: 'Class' })).toHaveAttribute('aria-valuetext', '100\u00a0%');
});

/** A finger that stays: Playwright's own tap lifts it at once. */
async function touchAt(page: Page, target: Locator) {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const devtools = await page.context().newCDPSession(page);
  return (type: 'touchStart' | 'touchEnd') =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [{ x: x + width / 2, y: y + height / 2 }] : [],
    });
}
