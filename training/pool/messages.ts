/** What the trainer's main thread gives a worker, and what the worker says. */
import type { Manifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../recipes/recipe.ts';

/** Train this recipe and write its checkpoint into `out`. */
export interface Job {
  readonly recipe: Recipe;
  /** The folder that gets a folder named after the recipe's id. */
  readonly out: string;
  /** For the manifest: the command that makes this checkpoint again, and the version of the code before the run. */
  readonly provenance: Manifest['provenance'];
}

export interface EpochReport {
  readonly epoch: number;
  readonly numEpochs: number;
  readonly loss: number;
  readonly stepMs: number;
}

export type WorkerMessage =
  | { readonly type: 'epoch'; readonly report: EpochReport }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };
