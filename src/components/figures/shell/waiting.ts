/**
 * What a figure says while its controls are off because its script is not there: that it loads, and how far. Written
 * into an element that React leaves alone (Island.tsx) and takes away when the controls work. It imports nothing: start-engine.ts is to come
 * in one piece.
 */
type Told = 'at-first' | 'for-now' | 'at-last';

/**
 * @param figure the island, or what holds it.
 * @param told `at-first`: where nothing is told yet, such as how far the model is. `at-last`: nothing is to replace it, such as progress of
 *   what cannot be used.
 */
export function sayWhy(figure: Element, text: string, told: Told = 'for-now'): void {
  const place = figure.querySelector<HTMLElement>('.island-wait');
  if (!place) return;
  const before = place.dataset['told'];
  if (before === 'at-last' || (told === 'at-first' && before !== undefined)) return;
  place.dataset['told'] = told;
  place.textContent = text;
}

/** As the status line says it when the script is there (figure-status.ts). */
export function sayHowFar(figure: Element, loadedBytes: number, totalBytes: number): void {
  const [loaded, total] = [loadedBytes, totalBytes].map((bytes) => Math.round(bytes / 1000));
  const percent = Math.floor((100 * loadedBytes) / Math.max(totalBytes, 1));
  sayWhy(figure, `Loading the model: ${loaded} of ${total} kB, ${percent}\u00a0%.`);
}
