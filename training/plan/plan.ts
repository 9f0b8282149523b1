/** What every plan is: what has to be made, because it is missing, damaged, or of other settings or other code. Planning makes nothing. */
import type { DatasetName } from '../../src/contract/datasets.ts';
import { ContractError } from '../../src/contract/parse.ts';
import type { Job } from '../jobs/messages.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';

export interface Plan<Kind extends Job = Job> {
  readonly jobs: readonly Kind[];
  /** Results that were asked for and are there. */
  readonly numUpToDate: number;
  /** What is wrong with results that are there and have to be made again, a line each. */
  readonly damaged: readonly string[];
}

/** Where the classifiers are, and the runs that others begin at, or will be when the plans before have been carried out. */
export interface SupportNetworks {
  /** Of a data set's own. */
  readonly evaluationClassifierFor: (dataset: DatasetName) => string;
  readonly auxiliaryClassifierFor: (dataset: DatasetName) => string;
  /** What measures a run, where anything reads what it learned. */
  readonly evaluationClassifier: (recipe: MeasuredRecipe) => string | undefined;
  /** Of a run, where it takes one. */
  readonly trainingNetwork: (recipe: MeasuredRecipe) => string | undefined;
}

/** What is wrong with something that is there, in one line; nothing when it is whole or not there. */
export async function damageOf(reading: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ContractError)) return [];
  const [heading, problem = ''] = error.message.split('\n');
  return [`${heading.replace(/ does not follow .*$/, '')} is made again: ${problem.trim()}`];
}
