/**
 * The ten digits as pen strokes: one or two curves a digit, written the way a hand writes them, in a frame 70 wide and
 * 100 high with y downwards. Drawn for this project. Not here: pen, slant, size and place, which are factors (render.ts).
 */

/** SVG path data with absolute M, L and C only. */
const paths = [
  'M 41 2 C 16 -3 1 26 1 53 C 1 80 14 99 33 99 C 56 99 69 73 69 46 C 69 20 59 3 38 1',
  'M 19 22 C 30 17 38 10 42 1 L 41 99',
  'M 5 24 C 9 8 22 1 36 1 C 53 1 63 11 63 26 C 63 52 32 72 3 97 C 24 91 44 99 68 95',
  'M 6 13 C 14 4 25 1 36 1 C 53 1 63 10 63 23 C 63 39 48 47 27 47 C 52 46 68 56 68 73 C 68 90 51 99 33 99 C 20 99 9 95 1 86',
  'M 20 1 C 19 24 13 42 2 60 C 24 62 46 60 69 55 M 54 10 C 53 40 50 68 46 99',
  'M 20 3 C 18 17 15 30 12 43 C 22 36 32 34 40 35 C 58 37 68 50 67 66 C 66 87 49 99 31 99 C 19 99 9 95 2 87 M 20 3 C 34 5 48 4 64 1',
  'M 54 1 C 26 13 3 40 2 69 C 1 88 15 99 33 99 C 53 99 67 87 67 70 C 67 55 56 46 41 46 C 23 46 8 57 3 74',
  'M 2 9 C 6 4 10 4 18 5 C 36 7 52 6 68 2 C 48 30 35 62 27 99',
  'M 60 18 C 55 6 46 1 35 1 C 19 1 7 10 7 24 C 7 40 23 45 37 51 C 54 58 66 63 66 77 C 66 91 53 99 35 99 C 17 99 4 91 4 77 C 4 61 20 54 36 46 C 51 39 64 32 60 18',
  'M 65 25 C 59 8 49 1 36 1 C 17 1 3 13 3 29 C 3 44 15 52 29 52 C 46 52 60 42 65 25 C 66 50 61 76 50 99',
];

const frameWidth = 70;
const frameHeight = 100;
const segmentsACurve = 10;

/** Points [x0, y0, x1, y1, …] with x and y in 0..1 of the frame. */
export type Polyline = Float64Array;

/** Of each digit 0..9, its strokes as polylines. */
export const skeletons: readonly (readonly Polyline[])[] = paths.map((path) =>
  path.split('M').slice(1).map(flattenStroke),
);

function flattenStroke(stroke: string): Polyline {
  const points: number[] = [];
  let command = 'L';
  const numbers: number[] = [];
  const endpoint = () => points.slice(-2);
  for (const word of stroke.trim().split(/ +/)) {
    if (word === 'L' || word === 'C') {
      command = word;
      continue;
    }
    numbers.push(Number(word));
    if (command === 'L' && numbers.length === 2) points.push(...numbers.splice(0));
    if (command === 'C' && numbers.length === 6)
      points.push(...flattenCurve([...endpoint(), ...numbers.splice(0)]));
  }
  return Float64Array.from(points, (value, i) => value / (i % 2 === 0 ? frameWidth : frameHeight));
}

/** A cubic Bézier curve, given as its four points, without its first point. */
function flattenCurve([x0, y0, x1, y1, x2, y2, x3, y3]: number[]): number[] {
  const points: number[] = [];
  for (let i = 1; i <= segmentsACurve; i++) {
    const t = i / segmentsACurve;
    const s = 1 - t;
    const [b0, b1, b2, b3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    points.push(b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3, b0 * y0 + b1 * y1 + b2 * y2 + b3 * y3);
  }
  return points;
}
