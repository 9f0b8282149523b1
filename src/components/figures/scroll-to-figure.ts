/**
 * Brings the figure that a link names on screen. No element has the whole hash as its id, so the browser cannot; and an
 * island that is off screen is not awake yet, so it cannot either.
 */
import { parsePageHash } from './state/page-hash.ts';

function scrollToFigure(): void {
  const [name] = parsePageHash(window.location.hash).keys();
  if (name) document.querySelector(`[data-figure="${name}"]`)?.scrollIntoView({ block: 'nearest' });
}

scrollToFigure();
window.addEventListener('hashchange', scrollToFigure);
