/**
 * Starts the engine for the page's first figure while the figure's own scripts are still on their way: runtime and model load beside them. Only
 * where that figure is in view, and not where the address asks for another state of it.
 */
import { getEngine } from '../../../engine/page-engine.ts';

const first = document.querySelector<HTMLElement>('[data-checkpoint]');
const { checkpoint } = first?.dataset ?? {};
if (first && checkpoint && !location.hash.startsWith('#fig-')) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    // A failure is told by the figure, which asks for the same.
    getEngine(checkpoint)
      .load('glo', checkpoint)
      .catch(() => undefined);
  });
  observer.observe(first);
}
