/** Lights up the lines of the quoted algorithm that run in a phase, in all languages (mdx/running-lines.ts names them, mdx/SourceQuote.astro marks them). */
import type { Phase } from '../../mdx/running-lines.ts';

export function lightLines(phase: Phase): void {
  for (const line of document.querySelectorAll('[data-runs]')) {
    const runs = line.getAttribute('data-runs')?.split(' ').includes(phase) ?? false;
    if (runs) line.setAttribute('aria-current', 'step');
    else line.removeAttribute('aria-current');
  }
}
