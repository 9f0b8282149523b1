/** The losses of ten searches against their steps, as paths in a box of 1000 × 100. Pure. */
export interface RaceCurve {
  /** Of the box's upper edge; its lower is 0. */
  readonly highest: number;
  /** One a class. */
  readonly paths: readonly string[];
}

/** `bestAfter`: of each class, an entry every `stride` steps; the box is `numSteps` wide. */
export function raceCurve(
  bestAfter: readonly ArrayLike<number>[],
  { numSteps, stride }: { readonly numSteps: number; readonly stride: number },
): RaceCurve {
  const first = Array.from(bestAfter[0] ?? []);
  const highest = Math.max(...first, 1e-6);
  const paths = first.map((_, digit) =>
    bestAfter
      .map((losses, i) => {
        const [x, y] = [(1000 * i * stride) / numSteps, 100 * (1 - losses[digit] / highest)];
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(0)},${y.toFixed(1)}`;
      })
      .join(''),
  );
  return { highest, paths };
}
