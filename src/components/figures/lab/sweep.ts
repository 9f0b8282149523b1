/** The noise sweep as charts show it: its settings, and how each recipe looks. For .astro files of the laboratory. */
import type { FigureName } from '../../../contract/figures.ts';
import type { Setting } from '../../../contract/metrics.ts';
import { settingsOf } from '../../build/metrics.ts';
import { referenceLine, seriesOverSigma } from '../../charts/from-metrics.ts';
import type { Panel, Series, ValueAxis } from '../../charts/types.ts';
import type { Recipe } from '../state/checkpoints.ts';

/** Where the figure that sweeps σ starts, and so the mark of every chart that follows it. */
export const initialSigma = 0.3;

export const sigmaAxis = { label: 'σ', scale: 'ordinal' } as const;

/** A recipe's runs that the figures draw, σ rising. */
export const shippedSweep = (recipe: Recipe): readonly Setting[] =>
  settingsOf({ group: 'sigma', dataset: 'mnist', shipped: true, recipe });

/** Exercise in orange, lord in blue, in every chart. */
const looks = {
  exercise: { id: 'exercise', label: 'exercise', tone: 'series-2' },
  lord: { id: 'lord', label: 'lord', tone: 'series-1' },
} as const satisfies Record<Recipe, Omit<Series, 'data'>>;

/** One line a recipe. */
export const recipeLines = (figure: FigureName): readonly Series[] =>
  (['exercise', 'lord'] as const).map((recipe) =>
    seriesOverSigma(shippedSweep(recipe), figure, looks[recipe]),
  );

export const recipePanel = (
  figure: FigureName,
  y: ValueAxis,
  references: Panel['references'] = [],
): Panel => ({
  id: figure,
  y,
  series: recipeLines(figure),
  references,
});

export const classOnly = () => referenceLine('floor.class-only.loss', 'class alone');
