/**
 * The styles of the figures, for inside an element: what the site says of its pages holds for the element, and what surrounds it stays
 * as it is. A sheet of its own needs no permission of the page's Content-Security-Policy.
 */
import figures from '../styles/figures.css?inline';
import islands from '../styles/islands.css?inline';
import paper from '../styles/paper.css?inline';
import slate from '../styles/slate.css?inline';
import tokens from '../styles/tokens.css?inline';
import own from './library.css?inline';

/** A page's root is the element here, also where it has an attribute, such as `:root[data-theme='dark']`. */
export const forHost = (css: string): string =>
  css.replaceAll(/:root(\[[^\]]*\])?/g, (_, attribute?: string) =>
    attribute ? `:host(${attribute})` : ':host',
  );

let sheet: CSSStyleSheet | undefined;

/** One for all elements of a page. */
export function figureStyles(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, paper, slate, figures, islands].map(forHost).concat(own).join('\n'));
  return sheet;
}
