/** The versions of what makes a result: code, and the weights of the classifiers that took part. */
import { codeVersion, versionWith } from '../export/code-version.ts';
import { readClassifier } from '../store/read-classifier.ts';
import type { Recipe } from '../recipes/recipe.ts';
import {
  auxiliaryClassifierOf,
  folderOf,
  evaluationClassifierOf,
  needsAuxiliaryClassifier,
  type ClassifierFolders,
} from './classifiers.ts';

/** For a recipe, the classifiers that it needs, and the versions of what trains and measures it. */
export async function createVersions(folders: ClassifierFolders) {
  const [trainer, evaluation] = await Promise.all([
    trainerVersion(),
    codeVersion('training/jobs/measure-checkpoint.ts'),
  ]);
  const hashes = new Map<string, Promise<string>>();
  /** Once a classifier, not once a recipe: it reads and hashes every file of the folder. */
  const hashOf = (folder: string): Promise<string> => {
    const hash = hashes.get(folder) ?? weightsHash(folder);
    hashes.set(folder, hash);
    return hash;
  };
  return async (recipe: Recipe) => {
    const evaluationClassifier = folderOf(folders, evaluationClassifierOf(recipe.dataset.name));
    const auxiliaryClassifier = needsAuxiliaryClassifier(recipe)
      ? folderOf(folders, auxiliaryClassifierOf(recipe.dataset.name))
      : undefined;
    return {
      evaluationClassifier,
      auxiliaryClassifier,
      codeVersion: await versionWithAuxiliary(trainer, auxiliaryClassifier, hashOf),
      evaluationVersion: versionWith(evaluation, [await hashOf(evaluationClassifier), recipe.evaluation]),
    };
  };
}

/** Of the code that trains GLO. */
export const trainerVersion = (): Promise<string> => codeVersion('training/jobs/train-checkpoint.ts');

/** A run that an auxiliary classifier takes part in depends on its weights too. */
export const versionWithAuxiliary = async (
  version: string,
  auxiliaryClassifier: string | undefined,
  hashOf = weightsHash,
): Promise<string> =>
  versionWith(version, auxiliaryClassifier === undefined ? [] : [await hashOf(auxiliaryClassifier)]);

export async function weightsHash(folder: string): Promise<string> {
  const { manifest } = await readClassifier(folder);
  return manifest.files.weights.sha256;
}
