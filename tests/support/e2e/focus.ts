/** Where the keyboard is, and getting about with it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page has: the list of runs has a link for each of its 255 settings. */
export const manyStops = 400;

export interface Stop {
  readonly text: string;
  /** Something is drawn round the element, or round the label that stands for it. */
  readonly isShown: boolean;
  readonly isOnScreen: boolean;
  /** The figure that it is in. */
  readonly figure: string | undefined;
  /** The page's last link. */
  readonly isLast: boolean;
}

/** Presses Tab once, waits, as a reader would, for the figures that this brought on screen, and looks where it led. */
export async function pressTab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isOnScreen = (element: Element): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    };
    const figures = Array.from(document.querySelectorAll<HTMLElement>('[data-figure]'));
    while (figures.some((each) => isOnScreen(each) && each.dataset['state'] !== 'ready')) await nextFrame();

    const element = document.activeElement ?? document.body;
    const isOutlined = (each: Element | null): boolean => {
      if (!each?.checkVisibility({ opacityProperty: true })) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    const links = Array.from(document.querySelectorAll('main a')).filter((link) => link.checkVisibility());
    return {
      text: `${element.tagName} ${element.ariaLabel ?? element.textContent.trim().slice(0, 40)}`,
      isShown: isOutlined(element) || isOutlined(element.nextElementSibling),
      isOnScreen: isOnScreen(element),
      figure: element.closest<HTMLElement>('[data-figure]')?.dataset['figure'],
      isLast: element === links.at(-1),
    };
  });
}

export async function tabInto(page: Page, place: Locator): Promise<void> {
  const holdsFocus = (): Promise<boolean> =>
    place.evaluate((element) => element.contains(document.activeElement));
  for (let stop = 0; stop < manyStops && !(await holdsFocus()); stop++) await pressTab(page);
  expect(await holdsFocus(), 'Tab comes here').toBe(true);
}
