/** What moves on a page that nobody touched. */
import type { Locator, Page } from '@playwright/test';

interface Shift {
  readonly score: number;
  readonly elements: readonly string[];
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

type Watched = typeof globalThis & { shifts?: Shift[] };

/** Call before the page is opened. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: Shift[] = [];
    (globalThis as Watched).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
        if (hadRecentInput) continue;
        const elements = sources.map(({ node }) =>
          (node instanceof Element ? node.outerHTML : '').slice(0, 80),
        );
        shifts.push({ score: value, elements });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Every shift so far, with what it moved. */
export const readShifts = (page: Page): Promise<Shift[]> =>
  page.evaluate(() => (globalThis as Watched).shifts ?? []);

export const totalOf = (shifts: readonly Shift[]): number =>
  shifts.reduce((sum, { score }) => sum + score, 0);

/** Where an element lies on its page, wherever that is scrolled to. */
export const placeOf = (
  element: Locator,
): Promise<{ top: number; left: number; width: number; height: number }> =>
  element.evaluate((each) => {
    const { top, left, width, height } = each.getBoundingClientRect();
    return { top: top + scrollY, left: left + scrollX, width, height };
  });
