/**
 * The noise sweep: both presets at the eight levels of σ that the site ships, with three seeds, and the exercise's preset at the
 * twenty values of one report with each loss. Runs of one seed differ in σ alone: same start, same order of images, same noise
 * up to its scale.
 */
import { seeds, sweepEvaluation, vary, type GloRecipe } from './vary.ts';

export const contentNoiseStds = [0, 0.1, 0.3, 0.5, 0.7, 1, 2, 5] as const;
/** The values of the report, as it lists them. */
export const twentyNoiseStds = [
  0, 1e-100, 1e-20, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.5, 1, 2, 3, 4, 5, 10, 20, 50, 100, 500, 1000,
] as const;

/** The level of the exercise, at which GLO is compared with other families. */
const comparedNoiseStd = 0.3;

/** Doubling, because a run changes the most at first; the 50th is the checkpoint itself. */
const snapshotEpochs = [1, 2, 4, 8, 16, 32] as const;

const shippedSweep: readonly GloRecipe[] = seeds.flatMap((seed) =>
  (['exercise', 'lord'] as const).flatMap((preset) =>
    contentNoiseStds.map((contentNoiseStd) =>
      vary({
        name: preset,
        says: `${preset} recipe`,
        group: 'sigma',
        preset,
        contentNoiseStd,
        seed,
        ships: seed === 1,
        evaluation: sweepEvaluation(seed, contentNoiseStd === comparedNoiseStd),
        drawsEpochs: seed === 1 && preset === 'lord' && [0, 0.1, 0.3, 1].includes(contentNoiseStd),
        snapshotEpochs: seed === 1 && contentNoiseStd === 0.3 ? snapshotEpochs : [],
      }),
    ),
  ),
);

const twentyValues: readonly GloRecipe[] = (['l1+l2', 'l1', 'l2'] as const).flatMap((loss) =>
  twentyNoiseStds
    .filter((level) => loss !== 'l1+l2' || !contentNoiseStds.some((shipped) => shipped === level))
    .map((contentNoiseStd) =>
      vary({
        name: loss === 'l1+l2' ? 'exercise' : `exercise-${loss}`,
        says: `exercise recipe${loss === 'l1+l2' ? '' : `, ${loss.toUpperCase()} loss`}`,
        group: 'sigma',
        preset: 'exercise',
        loss,
        contentNoiseStd,
        evaluation: 'light',
      }),
    ),
);

export const sigmaRecipes: readonly GloRecipe[] = [...shippedSweep, ...twentyValues];
