/**
 * LORD's second stage (Gabbay and Hoshen, 2020) on the runs of `lord` and of `styled`, which disentangles best, at two levels of noise: with
 * the generator as GLO left it, and with one that learns on beside the encoders, as the paper's does.
 */
import type { DatasetName } from '../../src/contract/datasets.ts';
import type { AmortizedSource, AmortizedTraining } from '../../src/contract/families/amortized.ts';
import { dataSources } from '../data/sources.ts';
import { gloRecipes } from './glo/recipes.ts';
import type { GloRecipe } from './glo/vary.ts';
import { seedInId, seedInTitle, seeds } from './hand-out.ts';
import { overrideRecipe } from './override.ts';
import type { MeasuredRecipe, Overrides } from './recipe.ts';

export interface AmortizedRecipe extends MeasuredRecipe {
  readonly family: 'amortized';
  readonly group: 'amortized';
  readonly source: AmortizedSource;
  readonly dataset: { readonly name: DatasetName; readonly numTrainingImages: number };
  readonly dims: { readonly classDim: number; readonly contentDim: number };
  /** Of the maps of both encoders. */
  readonly channels: readonly number[];
  readonly training: AmortizedTraining;
}

const base = { numEpochs: 50, batchSize: 32, learningRate: 1e-3, codeWeight: 0.1 } as const;
const generatorRates = { frozen: 0, tuned: 3e-4 } as const;

/** Three where pages compare most; the first stage is the same one, so they say how much the encoders' own start decides. */
const seedsOf = (preset: AmortizedSource['preset'], contentNoiseStd: number) =>
  preset === 'lord' && contentNoiseStd === 0.3 ? seeds : ([1] as const);

function firstStage(id: string): GloRecipe {
  const found = gloRecipes.find((recipe) => recipe.id === id);
  if (found) return found;
  throw new Error(`The second stage begins at ${id}, and there is no recipe for it.`);
}

export const amortizedRecipes: readonly AmortizedRecipe[] = (['lord', 'styled'] as const).flatMap((preset) =>
  ([0.1, 0.3] as const).flatMap((contentNoiseStd) =>
    (['frozen', 'tuned'] as const).flatMap((generator) =>
      seedsOf(preset, contentNoiseStd).map((seed): AmortizedRecipe => {
        const { id, dataset, dims } = firstStage(`glo-mnist-${preset}-sigma${contentNoiseStd}`);
        return {
          id: `amortized-mnist-${preset}-sigma${contentNoiseStd}-${generator}${seedInId(seed)}`,
          title: `Encoders for GLO on ${dataSources.mnist.title}, ${preset} recipe, σ = ${contentNoiseStd}, generator ${generator === 'tuned' ? 'tuned with them' : 'frozen'}${seedInTitle(seed)}`,
          family: 'amortized',
          group: 'amortized',
          source: { id, preset, contentNoiseStd },
          dataset: { name: 'mnist', numTrainingImages: dataset.numTrainingImages },
          dims,
          channels: [8, 16],
          training: { seed, ...base, generatorRate: generatorRates[generator] },
          ships: seed === 1,
          evaluation: 'projected',
        };
      }),
    ),
  ),
);

/** As any recipe; another data set has another first stage, too. */
export function overrideAmortized(recipe: AmortizedRecipe, overrides: Overrides): AmortizedRecipe {
  const { source, dataset } = recipe;
  const overridden = overrideRecipe(recipe, overrides);
  const id = source.id.replace(`-${dataset.name}-`, `-${overridden.dataset.name}-`);
  return { ...overridden, source: { ...source, id } };
}
