/** The curve above the slider of steps: places in it from 0 to 1, the loss on a logarithmic scale. Pure. */
export interface LossScale {
  /** From the top. */
  readonly y: (loss: number) => number;
  readonly ticks: readonly number[];
}

export function lossScale(losses: readonly number[]): LossScale {
  const [low, high] = [Math.log(Math.min(...losses)), Math.log(Math.max(...losses))];
  return {
    y: (loss) => (high - Math.log(loss)) / (high - low),
    ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].filter(
      (tick) => Math.log(tick) > low && Math.log(tick) < high,
    ),
  };
}

/** From the left. */
export const placeOfStep = (step: number, numSteps: number): number => (step - 1) / (numSteps - 1);

export const stepAtPlace = (left: number, numSteps: number): number =>
  Math.min(Math.max(Math.round(left * (numSteps - 1)) + 1, 1), numSteps);

/** In a box of 1000 × 100. */
export const lossPath = (losses: readonly number[], { y }: LossScale): string =>
  losses
    .map(
      (loss, i) =>
        `${i === 0 ? 'M' : 'L'}${(1000 * placeOfStep(i + 1, losses.length)).toFixed(0)},${(100 * y(loss)).toFixed(1)}`,
    )
    .join('');
