/** What the trainer's main thread gives a worker, and what the worker says. */
import type { DatasetInfo, GloManifest } from '../../src/contract/families/glo.ts';
import type { ClassifierRecipe } from '../recipes/classifiers.ts';
import type { Recipe } from '../recipes/recipe.ts';

interface AnyJob {
  /** Of the folder that the job writes in `out`. */
  readonly id: string;
  readonly out: string;
  /** Optimization steps, which is what progress counts; 1 for a job that only measures. */
  readonly numSteps: number;
}

/** Train this classifier and write its checkpoint. */
export interface ClassifierJob extends AnyJob {
  readonly kind: 'classifier';
  readonly recipe: ClassifierRecipe;
  readonly provenance: GloManifest['provenance'];
}

/** Measure baselines and marks of a data set. */
export interface ReferenceJob extends AnyJob {
  readonly kind: 'reference';
  readonly dataset: DatasetInfo['name'];
  /** Folder of the classifier that reads images. */
  readonly evaluationClassifier: string;
  /** Folder of the auxiliary classifier, whose accuracy is a mark as well. */
  readonly auxiliaryClassifier: string | undefined;
  readonly provenance: { readonly command: string; readonly evaluationVersion: string };
}

/** Train this recipe, measure its checkpoint, or both. */
export interface GloJob extends AnyJob {
  readonly kind: 'glo';
  readonly recipe: Recipe;
  readonly trains: boolean;
  readonly measures: boolean;
  readonly evaluationClassifier: string;
  /** Folder of the classifier that guides training or whose features a loss compares. */
  readonly auxiliaryClassifier: string | undefined;
  /** Folder for TensorBoard's event files. */
  readonly logs: string | undefined;
  readonly provenance: GloManifest['provenance'] & { readonly evaluationVersion: string };
}

export type Job = ClassifierJob | ReferenceJob | GloJob;

export interface EpochReport {
  readonly epoch: number;
  readonly numEpochs: number;
  readonly loss: number;
  readonly stepMs: number;
}

export type WorkerMessage =
  | { readonly type: 'epoch'; readonly report: EpochReport }
  | { readonly type: 'measuring' }
  | { readonly type: 'done' }
  /** `endsAll`: no other job can go well either, for example on a full disk. */
  | { readonly type: 'failed'; readonly message: string; readonly endsAll?: boolean };
