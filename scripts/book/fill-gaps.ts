/**
 * Leaves no page half empty before a figure that does not fit on it: what is said after the figure comes up before it, as a typesetter
 * lets a figure float. Columns of a page's size break as pages do, so the browser says where each figure would come to stand.
 */

export interface Sheet {
  /** Of what is printed on a page, in CSS px. */
  readonly width: number;
  readonly height: number;
}

/** Runs within the page, so that it holds all that it calls. */
export function fillGaps({ width, height }: Sheet): void {
  const maxGap = height / 10;
  const movable = 'p, ul, ol, dl, blockquote, .definition, .katex-display, .margin-note';
  const heading = '.level-h2, .level-h3';

  /** What can come up before a figure at once: a block of text, or a heading with the block under it. */
  const following = (figure: Element): Element[] => {
    const next = figure.nextElementSibling;
    if (next?.matches(movable) === true) return [next];
    const under = next?.matches(heading) === true ? next.nextElementSibling : null;
    return next && under?.matches(movable) === true ? [next, under] : [];
  };

  /** How much of the page before stays empty because the figure begins the next. */
  const gapBefore = (figure: Element, part: Element): number => {
    const before = figure.previousElementSibling?.getClientRects();
    const last = before?.item(before.length - 1);
    const first = figure.getClientRects().item(0);
    const beginsNext = last && first && first.left >= last.left + width / 2;
    return beginsNext ? part.getBoundingClientRect().bottom - last.bottom : 0;
  };

  for (const part of document.querySelectorAll<HTMLElement>('.book-part')) {
    const style = part.getAttribute('style') ?? '';
    part.style.cssText = `width: ${width}px; height: ${height}px; columns: ${width}px; column-gap: 0; column-fill: auto`;
    for (const figure of part.querySelectorAll('.figure')) {
      let blocks = following(figure);
      while (blocks.length > 0 && gapBefore(figure, part) > maxGap) {
        figure.before(...blocks);
        blocks = following(figure);
      }
    }
    part.setAttribute('style', style);
  }
}
