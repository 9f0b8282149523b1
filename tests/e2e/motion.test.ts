/** What moves, moves because the reader said so, and only while it is seen. */
import type { Locator, Page } from '@playwright/test';
import { expectLive, figureOn, interpolation, openLive, samples } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const content = (figure: Locator): Locator => figure.getByRole('slider', { name: 'Content' });

/** The positions that Play goes through until it has reached `count` different ones, in percent. */
const positionsOf = (slider: Locator, count: number): Promise<number[]> =>
  slider.evaluate(
    (element: HTMLInputElement, wanted) =>
      new Promise<number[]>((resolve) => {
        const seen = new Set<number>();
        requestAnimationFrame(function look() {
          seen.add(Math.round(element.valueAsNumber * 100));
          if (seen.size < wanted) requestAnimationFrame(look);
          else resolve([...seen]);
        });
      }),
    count,
  );

/** Lets the page draw so many frames. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let drawn = 0;
        requestAnimationFrame(function next() {
          if (++drawn < wanted) requestAnimationFrame(next);
          else resolve();
        });
      }),
    count,
  );

const gridSteps = [0, 14, 29, 43, 57, 71, 86, 100];

test('nothing plays by itself; Play glides, and Pause stops it where it is', wideOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  await frames(page, 20);
  await expect(content(figure)).toHaveAttribute('aria-valuetext', '50\u00a0%');
  await figure.getByRole('button', { name: 'Play' }).click();
  const positions = await positionsOf(content(figure), 8);
  expect(positions.some((position) => !gridSteps.includes(position) && position !== 50)).toBe(true);
  await figure.getByRole('button', { name: 'Pause' }).click();
  const stopped = await content(figure).inputValue();
  await frames(page, 20);
  expect(await content(figure).inputValue()).toBe(stopped);
});

test('who asked for less motion gets steps instead of gliding', wideOnly, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openLive(page, interpolation);
  await figure.getByRole('button', { name: 'Play' }).click();
  const [first, ...then] = await positionsOf(content(figure), 4);
  expect([50, ...gridSteps]).toContain(first);
  for (const position of then) expect(gridSteps).toContain(position);
});

test('Play pauses off screen and goes on when it is back', wideOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  await figure.getByRole('button', { name: 'Play' }).click();
  await positionsOf(content(figure), 3);
  await page.evaluate(() => scrollTo({ top: 0 }));
  await expect(figure).not.toBeInViewport();
  await frames(page, 5);
  const paused = await content(figure).inputValue();
  await frames(page, 20);
  expect(await content(figure).inputValue()).toBe(paused);
  await figure.scrollIntoViewIfNeeded();
  await expect(content(figure)).not.toHaveValue(paused);
});

test('a figure loads its model when it comes on screen, not before', wideOnly, async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const isModel = (url: string) => /\.(?:safetensors|wasm)/.test(url);
  await page.setViewportSize({ width: 1280, height: 150 });
  await page.goto(samples.path);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter(isModel)).toEqual([]);
  const figure = figureOn(page, samples);
  await figure.scrollIntoViewIfNeeded();
  await expectLive(figure);
  expect(loaded.filter(isModel)).not.toEqual([]);
});
