/**
 * What a figure says while its controls are off because its script is not there: that it loads, and how far. Written
 * into an element that React leaves alone (Island.tsx) and takes away when the controls work. It imports nothing: start-engine.ts is to come
 * in one piece.
 */
/** @param figure the island, or what holds it. */
export function sayWhy(figure: Element, text: string): void {
  const place = figure.querySelector<HTMLElement>('.island-wait');
  if (!place) return;
  place.dataset['told'] = '';
  place.textContent = text;
}

/** As the status line says it when the script is there (figure-status.ts). */
export function sayHowFar(figure: Element, loadedBytes: number, totalBytes: number): void {
  const [loaded, total] = [loadedBytes, totalBytes].map((bytes) => Math.round(bytes / 1000));
  const percent = Math.floor((100 * loadedBytes) / Math.max(totalBytes, 1));
  sayWhy(figure, `Loading the model: ${loaded} of ${total} kB, ${percent} %.`);
}
