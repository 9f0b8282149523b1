/**
 * Brings the figure that a link names on screen. No element has the whole hash as its id, so the browser cannot; and an
 * island that is off screen is not awake yet, so it cannot either.
 */
import { parsePageHash } from './state/page-hash.ts';

function scrollToFigure(): void {
  const [name] = parsePageHash(window.location.hash).keys();
  if (!name) return;
  // A figure that has moved to another page leaves a sentence in its place, which leads on.
  const figure = document.querySelector(`[data-figure="${name}"]`) ?? document.getElementById(name);
  if (!figure) return;
  // The picture is at the top of a figure that does not fit between the header and the lower edge.
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(figure);
  const room = window.innerHeight - parseFloat(scrollMarginTop) - parseFloat(scrollMarginBottom);
  const fits = figure.clientHeight <= room;
  figure.scrollIntoView({ block: fits ? 'nearest' : 'start' });
}

// The way back is the browser's: it returns to the place that the reader left.
const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
if (opened.type !== 'back_forward') scrollToFigure();
window.addEventListener('popstate', ({ state }) => {
  const isNew = state === null;
  if (isNew) scrollToFigure();
});

// A link to the state that the address already holds changes nothing that the browser would report.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  // A point of a chart is a link, too, of another kind.
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.hash.startsWith('#fig-') && link.href === window.location.href) scrollToFigure();
});
