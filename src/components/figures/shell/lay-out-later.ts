/**
 * A page that is read from its top (Head.astro) begins without the figures that are out of sight (figures.css). Once the reader acts, the browser
 * lays out one of them each time it has nothing else to do. So twenty charts do not keep a phone from answering the first hand.
 */
import { whenIdle, whenReaderActs } from './page-moments.ts';

const root = document.documentElement;

async function layOutFigures(): Promise<void> {
  await whenReaderActs();
  for (const figure of document.querySelectorAll('.figure')) {
    figure.classList.add('is-laid-out');
    await whenIdle();
  }
  delete root.dataset.figures;
}

if (root.dataset.figures) void layOutFigures();
