/** Whether what can be hit in a figure can be hit by a finger. */
import type { Locator } from '@playwright/test';

/** CSS pixels, WCAG 2.5.8. */
const smallest = 24;

/** What can be hit in a figure and is too small. A radio button or check box is hit by its label. */
export const smallTargets = (figure: Locator): Promise<string[]> =>
  figure.evaluate((root, least) => {
    const targets = root.querySelectorAll('button, select, input, summary, a, [role="gridcell"], .scrub-pad');
    return Array.from(targets, (target) => target.closest('label') ?? target)
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < least)
      .map(({ target, box }) => `${target.outerHTML.slice(0, 100)}: ${box.width} × ${box.height}`);
  }, smallest);
