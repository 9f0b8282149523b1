/**
 * Brings the figure that a link names on screen. No element has the whole hash as its id, so the browser cannot; and an
 * island that is off screen is not awake yet, so it cannot either. The figure may grow when it shows what the link asks for: it is followed
 * until the reader scrolls or presses something.
 */
import { parsePageHash } from './state/page-hash.ts';

/** Where the page was scrolled to. */
let shownAt = 0;

function show(figure: Element): void {
  // The picture is at the top of a figure that does not fit between the header and the lower edge.
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(figure);
  const room = window.innerHeight - parseFloat(scrollMarginTop) - parseFloat(scrollMarginBottom);
  const fits = figure.clientHeight <= room;
  figure.scrollIntoView({ block: fits ? 'nearest' : 'start' });
  shownAt = window.scrollY;
}

const growth = new ResizeObserver(([{ target }]) => {
  if (window.scrollY === shownAt) show(target);
  else leave();
});
const leave = (): void => growth.disconnect();
window.addEventListener('pointerdown', leave, { capture: true, passive: true });
window.addEventListener('keydown', leave, { capture: true, passive: true });

function scrollToFigure(): void {
  const [name] = parsePageHash(window.location.hash).keys();
  if (!name) return;
  // A figure that has moved to another page leaves a sentence in its place, which leads on.
  const figure = document.querySelector(`[data-figure="${name}"]`) ?? document.getElementById(name);
  if (!figure) return;
  leave();
  show(figure);
  growth.observe(figure);
}

// The way back is the browser's: it returns to the place that the reader left.
const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
if (opened.type !== 'back_forward') scrollToFigure();
window.addEventListener('popstate', ({ state }) => {
  const isNew = state === null;
  if (isNew) scrollToFigure();
  else leave();
});

// A link to the state that the address already holds changes nothing that the browser would report.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  // A point of a chart is a link, too, of another kind.
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.hash.startsWith('#fig-') && link.href === window.location.href) scrollToFigure();
});
