/** What the trainer's main thread gives a worker, and what the worker says. */
import type { DatasetName } from '../../src/contract/datasets.ts';
import type { Provenance } from '../../src/contract/parts.ts';
import type { LabelledImages } from '../data/sources.ts';
import type { EpochReport } from '../methods/method.ts';
import type { Recipe } from '../recipes/recipe.ts';

interface AnyJob {
  /** Of the folder that the job writes. */
  readonly id: string;
  readonly out: string;
  /** Optimization steps, which is what progress counts; 1 for a job that trains nothing. */
  readonly numSteps: number;
}

/** Train this recipe, measure its checkpoint, or both. */
export interface RunJob extends AnyJob {
  readonly kind: 'run';
  readonly recipe: Recipe;
  /** Pictures of a folder, which the command has read; images of a data set are loaded by the worker. */
  readonly pictures?: LabelledImages | undefined;
  readonly trains: boolean;
  readonly measures: boolean;
  /** Folder of the classifier that measures; of a job that measures. */
  readonly evaluationClassifier?: string | undefined;
  /** Folder of the network that training takes. */
  readonly trainingNetwork?: string | undefined;
  /** Folder for TensorBoard's event files. */
  readonly logs?: string | undefined;
  readonly provenance: Provenance & { readonly evaluationVersion?: string | undefined };
}

/** Measure baselines and marks of a data set. */
export interface ReferenceJob extends AnyJob {
  readonly kind: 'reference';
  readonly dataset: DatasetName;
  /** Folder of the classifier that reads images. */
  readonly evaluationClassifier: string;
  /** Folder of the auxiliary classifier, whose accuracy is a mark as well. */
  readonly auxiliaryClassifier: string;
  readonly provenance: { readonly command: string; readonly evaluationVersion: string };
}

/** Make the map of a checkpoint's codes. */
export interface MapJob extends AnyJob {
  readonly kind: 'map';
  readonly recipe: Recipe;
  readonly provenance: Provenance;
}

export type Job = RunJob | ReferenceJob | MapJob;

export type WorkerMessage =
  | { readonly type: 'epoch'; readonly report: EpochReport & { readonly stepMs: number } }
  | { readonly type: 'measuring' }
  | { readonly type: 'done' }
  /** `endsAll`: no other job can go well either, for example on a full disk. */
  | { readonly type: 'failed'; readonly message: string; readonly endsAll?: boolean };
