/** The curves of a setting's training, one a seed, for each that its family keeps. Read while the site is built. */
import { readHistoryOf, type AnySetting } from '../../build/metrics.ts';
import type { Curve } from '../../charts/curve-chart.ts';

export interface RunCurves {
  readonly name: string;
  readonly curves: readonly Curve[];
}

/** What is kept in another shape than one number an epoch is left out. */
export function curvesOf({ id, family, seeds }: AnySetting): readonly RunCurves[] {
  const histories = seeds.map((seed) => ({
    seed,
    history: readHistoryOf(family, idOfSeed(id, seed, seeds[0])),
  }));
  return Object.keys(histories[0].history).flatMap((name) => {
    const curves = histories.flatMap(({ seed, history }): Curve[] => {
      const values: unknown = history[name as keyof typeof history];
      if (!isCurve(values)) return [];
      return [{ id: `seed-${String(seed)}`, label: `seed ${String(seed)}`, order: seed, values }];
    });
    return curves.length > 0 ? [{ name, curves }] : [];
  });
}

const isCurve = (values: unknown): values is readonly number[] =>
  Array.isArray(values) && values.length > 1 && values.every((value) => typeof value === 'number');

/** The id of a setting is that of its first seed; the others name theirs. */
const idOfSeed = (id: string, seed: number, first: number): string =>
  seed === first ? id : `${id}-seed${String(seed)}`;
