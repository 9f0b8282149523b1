/** Where the first live figure of a chapter stands, how much prose is open in it, and how to open the rest. */
import type { Page } from '@playwright/test';

/** Figures with a model of their own. */
const withModel = '[data-figure]';

/** And those with a control of their own: classes, or points that show their pictures. */
export const live = `${withModel}, .collapse, .three-axes`;

/** From the top of the page to the first live figure, in screens. */
export const figureStart = (page: Page): Promise<number> =>
  page
    .locator(`.prose :is(${withModel})`)
    .first()
    .evaluate((figure) => (figure.getBoundingClientRect().top + window.scrollY) / window.innerHeight);

/** Words of the prose that are neither folded, nor in a figure, table, quoted source or list of references. */
export const openWords = (page: Page): Promise<number> =>
  page.locator('.prose').evaluate((prose) => {
    const copy = prose.cloneNode(true) as Element;
    const others = 'figure, details, table, pre, .katex-mathml, .references, script, style';
    for (const each of copy.querySelectorAll(others)) each.remove();
    return (copy.textContent.match(/\S+/g) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  });

/** Opens all that is folded for the curious. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('.curious').evaluateAll((folded) => {
    for (const each of folded) each.setAttribute('open', '');
  });

/** Folds it again, as the page opens. */
export const fold = (page: Page): Promise<void> =>
  page.locator('.curious').evaluateAll((unfolded) => {
    for (const each of unfolded) each.removeAttribute('open');
  });
