/** A finger on the screen. */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const centreOf = async (place: Locator): Promise<Point> => {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
};

/** A finger from one point to another, in steps that the browser takes for a swipe. */
export async function swipe(devtools: CDPSession, from: Point, to: Point): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [from]);
  const numSteps = 8;
  for (let step = 1; step <= numSteps; step++) {
    const share = step / numSteps;
    await send('touchMove', [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }]);
  }
  await send('touchEnd', []);
}

export const scrolledTo = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Into the middle of the screen, awake. */
export async function bring(slider: Locator): Promise<void> {
  await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(slider).toBeEnabled();
}
