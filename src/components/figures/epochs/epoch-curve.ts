/** The small chart beside the epoch scrubber: where epochs and losses are in it. In units of its view box. */

export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Linear in the epoch, logarithmic in the loss. */
export interface CurveScales {
  readonly x: (epoch: number) => number;
  readonly y: (loss: number) => number;
  /** The epoch under a place on the x axis, the nearest there is. */
  readonly epochAt: (x: number) => number;
  /** Round values of the loss within its domain. */
  readonly ticks: readonly number[];
}

export function curveScales(
  { width, height, left, right, top, bottom }: CurveFrame,
  { numEpochs, losses }: { readonly numEpochs: number; readonly losses: readonly number[] },
): CurveScales {
  const [low, high] = [Math.log(Math.min(...losses)), Math.log(Math.max(...losses))];
  const [innerWidth, innerHeight] = [width - left - right, height - top - bottom];
  const ticksOf = (factors: readonly number[]): readonly number[] =>
    powers
      .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(3))))
      .filter((tick) => Math.log(tick) >= low && Math.log(tick) <= high);
  const candidates = tickFactors.map(ticksOf);
  return {
    x: (epoch) => left + (innerWidth * (epoch - 1)) / (numEpochs - 1),
    y: (loss) => top + (innerHeight * (high - Math.log(loss))) / (high - low),
    epochAt: (x) =>
      Math.min(Math.max(Math.round(1 + ((x - left) / innerWidth) * (numEpochs - 1)), 1), numEpochs),
    ticks: candidates.find(({ length }) => length > 1) ?? candidates[candidates.length - 1],
  };
}

const powers = [1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100];
/** The first of which two are within the domain, so that there is a scale to read and no name lies on another. */
const tickFactors = [
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
  [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9],
];

export const curvePath = (losses: readonly number[], { x, y }: Pick<CurveScales, 'x' | 'y'>): string =>
  losses.map((loss, i) => `${i === 0 ? 'M' : 'L'}${x(i + 1).toFixed(1)},${y(loss).toFixed(1)}`).join('');
