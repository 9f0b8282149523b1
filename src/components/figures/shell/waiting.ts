/**
 * What a figure says while its controls are off because its script is not there: that it loads, how far, or that it did not come. Written
 * into an element that React leaves alone (Island.tsx) and takes away when the controls work.
 */

/** In the built page, for whoever comes upon controls that are off before the figure is in view. */
export const notYet = 'The controls work when the figure has loaded.';

export const scriptMissing = 'This figure’s script did not arrive. Reload the page to try again.';

/** @param figure the island, or what holds it. */
export function sayWhy(figure: Element, text: string): void {
  const place = figure.querySelector<HTMLElement>('.island-wait');
  if (!place || place.textContent === scriptMissing) return;
  place.dataset['told'] = '';
  place.textContent = text;
}
