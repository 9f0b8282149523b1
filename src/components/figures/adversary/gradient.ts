/** The gradient of a score by the pixels of its picture, as areas to paint: where more ink raises the score, and where less does. Pure. */

/** How strong, on the scale of the strongest pixel: an area begins at each. */
const thresholds = [0.1, 0.25, 0.45, 0.7] as const;

export const signs = ['more', 'less'] as const;
type Sign = (typeof signs)[number];

export interface GradientArea {
  /** Whether more ink there raises the score, or less. */
  readonly sign: Sign;
  readonly opacity: number;
  /** In pixels of the picture. */
  readonly path: string;
}

const factors: Readonly<Record<Sign, 1 | -1>> = { more: 1, less: -1 };

/** `gradient`: [side × side]. */
export function gradientAreas(gradient: ArrayLike<number>): readonly GradientArea[] {
  const values = Array.from(gradient);
  const side = Math.sqrt(values.length);
  const most = Math.max(...values.map(Math.abs)) || 1;
  return signs.flatMap((sign) =>
    thresholds.map((from, level) => {
      const to = thresholds[level + 1] ?? Infinity;
      const pixels = values.flatMap((value, i) => {
        const strength = (factors[sign] * value) / most;
        return strength >= from && strength < to ? [`M${i % side},${Math.floor(i / side)}h1v1h-1z`] : [];
      });
      return { sign, opacity: (level + 1) / thresholds.length, path: pixels.join('') };
    }),
  );
}

const rows = ['at the top', 'in the middle', 'at the bottom'] as const;
const columns = [' left', '', ' right'] as const;

/** The ninth of the picture where the gradient of one sign is strongest. */
function placeOf(gradient: ArrayLike<number>, sign: Sign): string {
  const side = Math.sqrt(gradient.length);
  const third = (at: number): number => Math.floor((3 * at) / side);
  const sums = Array.from({ length: 9 }, () => 0);
  for (let i = 0; i < gradient.length; i++) {
    sums[3 * third(Math.floor(i / side)) + third(i % side)] += Math.max(factors[sign] * gradient[i], 0);
  }
  const strongest = sums.indexOf(Math.max(...sums));
  return `${rows[Math.floor(strongest / 3)]}${columns[strongest % 3]}`;
}

/** In words. */
export const gradientText = (gradient: ArrayLike<number>): string =>
  `more ink would raise the score most ${placeOf(gradient, 'more')}, less ink most ${placeOf(gradient, 'less')}`;
