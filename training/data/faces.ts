/** A drawn face, glad or sad, as SVG: what pictures of people are in tests and in the example of the page on own pictures. Of nobody. */
import { createRandom } from '../../src/numerics/random.ts';

export const moods = ['glad', 'sad'] as const;
export type Mood = (typeof moods)[number];

/** Sides of the drawing; it is sharp at any size. */
const side = 64;

/** Face `index` is always the same one; its mood turns the mouth alone. */
export function drawFace(index: number, mood: Mood): string {
  const random = createRandom('faces').fork(String(index));
  const between = (from: number, to: number): number => from + (to - from) * random.uniform();
  const colour = (
    hues: readonly [number, number],
    saturation: number,
    lightness: readonly [number, number],
  ) => `hsl(${between(...hues).toFixed(0)} ${saturation}% ${between(...lightness).toFixed(0)}%)`;
  const background = colour([150, 260], 35, [55, 85]);
  const skin = colour([18, 32], 55, [45, 80]);
  const hair = colour([15, 45], 50, [12, 55]);
  const eyes = colour([90, 230], 45, [20, 35]);
  const [x, y] = [between(29, 35), between(33, 37)];
  const [width, height] = [between(15, 19), between(18, 22)];
  const gap = between(6, 8.5);
  const smile = (mood === 'glad' ? 1 : -1) * between(3, 6);
  const mouth = y + 10 - smile / 3;
  const long = random.uniform() < 0.5;
  const turned = between(-8, 8);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="96" height="96">
<rect width="${side}" height="${side}" fill="${background}"/>
<g transform="rotate(${turned} ${x} ${y})">
<ellipse cx="${x}" cy="${y - 5}" rx="${width + 3}" ry="${height - 1}" fill="${hair}"/>
${long ? `<rect x="${x - width - 3}" y="${y - 5}" width="${2 * width + 6}" height="${height + 4}" rx="4" fill="${hair}"/>` : ''}
<ellipse cx="${x}" cy="${y + 2}" rx="${width}" ry="${height}" fill="${skin}"/>
<path d="M${x - width} ${y - 5} Q${x} ${y - height - between(2, 14)} ${x + width} ${y - 5} Q${x} ${y - 12} ${x - width} ${y - 5}" fill="${hair}"/>
<circle cx="${x - gap}" cy="${y}" r="2.6" fill="#fff"/><circle cx="${x + gap}" cy="${y}" r="2.6" fill="#fff"/>
<circle cx="${x - gap}" cy="${y}" r="1.6" fill="${eyes}"/><circle cx="${x + gap}" cy="${y}" r="1.6" fill="${eyes}"/>
<path d="M${x} ${y + 2} l-1.5 4 h3" fill="none" stroke="#0004" stroke-width="1"/>
<path d="M${x - 6} ${mouth} Q${x} ${mouth + 2 * smile} ${x + 6} ${mouth}" fill="none" stroke="#a33" stroke-width="2" stroke-linecap="round"/>
</g>
</svg>`;
}
