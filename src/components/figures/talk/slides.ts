/** Where a talk is, and how late. */

/** From what the address asks for, counted from 1: the nearest slide that there is. */
export function placeIn(numSlides: number, asked: string | null): number {
  const number = Number.parseInt(asked ?? '1', 10);
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 1), numSlides) - 1;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** `Slide 3 of 14 · 07:41 · planned until 11:00` */
export function clockText(seconds: number, minutes: readonly number[], at: number): string {
  const planned = minutes.slice(0, at + 1).reduce((sum, each) => sum + each, 0);
  return `Slide ${at + 1} of ${minutes.length} · ${two(seconds / 60)}:${two(seconds % 60)} · planned until ${two(planned)}:00`;
}
