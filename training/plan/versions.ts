/** The versions of what makes a result: code, and the weights of the networks that took part. */
import { codeVersion, versionWith } from '../export/code-version.ts';
import { checkCheckpoint } from '../export/read-checkpoint.ts';
import { measuredOf, methodOf } from '../methods/method-of.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';
import type { SupportNetworks } from './plan.ts';

/** Of the code that trains a recipe, and of the weights of the network that it takes, if it takes one. */
export async function trainingVersion(
  { family }: Pick<Recipe, 'family'>,
  trainingNetwork: string | undefined,
  { versionOf = codeVersionOf, hashOf = weightsHash } = {},
): Promise<string> {
  const hashes = trainingNetwork === undefined ? [] : [await hashOf(trainingNetwork)];
  return versionWith(await versionOf(family), hashes);
}

/** Started by a job before anything is trained or measured: its kernels decide how sums are rounded. */
const runtime = 'src/networks/blocks/wasm-backend.ts';

/** Of modules, with what they import and the runtime that they compute on. */
export const versionOfSources = (sources: readonly string[]): Promise<string> =>
  codeVersion(runtime, ...sources);

const codeVersionOf = (family: Recipe['family']): Promise<string> =>
  versionOfSources(methodOf({ family }).sources);

/** For a measured recipe, the networks that it needs, and the versions of what trains and measures it. */
export function createVersions({ evaluationClassifier, trainingNetwork }: SupportNetworks) {
  const cached = <Key, Value>(make: (key: Key) => Promise<Value>) => {
    const made = new Map<Key, Promise<Value>>();
    return (key: Key): Promise<Value> => {
      const value = made.get(key) ?? make(key);
      made.set(key, value);
      return value;
    };
  };
  /** Once a network, not once a recipe: it reads and hashes every file of the folder. */
  const hashOf = cached(weightsHash);
  const measuringVersion = cached((family: Recipe['family']) =>
    versionOfSources(measuredOf({ family }).sources),
  );
  const versionOf = cached(codeVersionOf);
  return async (recipe: MeasuredRecipe) => {
    const judge = evaluationClassifier(recipe);
    const ofTraining = trainingNetwork(recipe);
    return {
      evaluationClassifier: judge,
      trainingNetwork: ofTraining,
      codeVersion: await trainingVersion(recipe, ofTraining, { versionOf, hashOf }),
      evaluationVersion:
        judge === undefined
          ? undefined
          : versionWith(await measuringVersion(recipe.family), [await hashOf(judge), recipe.evaluation]),
    };
  };
}

export async function weightsHash(folder: string): Promise<string> {
  const { files } = await checkCheckpoint(folder);
  return files.weights.sha256;
}
