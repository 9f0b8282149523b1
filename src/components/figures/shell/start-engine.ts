/**
 * Starts the engine for the page's first figure while the figure's own scripts are still on their way: runtime and model load beside them. Only
 * where that figure is in view or about to be, and not where the address asks for another state of it. In the built site it runs while the page
 * is still being read (components/build/preload-engine.ts).
 */
import type { Family } from '../../../contract/manifest.ts';
import { getEngine } from '../../../engine/page-engine.ts';
import { sayHowFar } from './waiting.ts';

/** Half a screen below the window counts too: who reads on is there before the model. Not for readers who save data. */
const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
const ahead = savesData ? '0%' : '50%';

/** The first word of an id (contract/checkpoint-id.ts). */
const familyOf = (checkpoint: string): Family => checkpoint.split('-')[0] as Family;

const firstFigure = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-checkpoint]');

function startInView(figure: HTMLElement): void {
  const { checkpoint } = figure.dataset;
  if (!checkpoint) return;
  // A failure is told by the figure, which asks for the same.
  const start = (): unknown =>
    getEngine(checkpoint)
      .load(familyOf(checkpoint), checkpoint, {
        onProgress: ({ loadedBytes, totalBytes }) => sayHowFar(figure, loadedBytes, totalBytes),
      })
      .catch(() => undefined);
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      start();
    },
    { rootMargin: `0% 0% ${ahead}` },
  );
  observer.observe(figure);
}

function whenParsed(act: (figure: HTMLElement) => void): void {
  const there = firstFigure();
  if (there) {
    act(there);
    return;
  }
  const observer = new MutationObserver(() => {
    const figure = firstFigure();
    if (!figure) return;
    observer.disconnect();
    act(figure);
  });
  if (document.readyState !== 'loading') return;
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => observer.disconnect());
}

if (!location.hash.startsWith('#fig-')) whenParsed(startInView);
