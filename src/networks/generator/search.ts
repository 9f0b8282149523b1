/**
 * Projection, step by step: the content codes under which a fixed generator draws given images, found by gradient descent on the codes alone
 * (GLO has no encoder). Follows DeepSDF's published settings where they carry over: Adam, learning rate × 0.1 at half, a small pull to
 * zero. Any number of starts at once, each for itself. What a search knows is plain arrays, so it can pause and travel between threads. Not
 * here: which starts, which classes.
 */
import { beginAdam, stepAdam, type AdamState } from '../../numerics/adam.ts';
import type { CodeBatch } from './codes.ts';
import type { ProjectionTargets, Projector } from './projection.ts';

export interface SearchOptions {
  readonly numSteps: number;
  /** Adam's, for the first half of the steps, in units of `codeScale`. */
  readonly learningRate: number;
  /** Root mean square of the learned content codes: a code of this size is an ordinary one. */
  readonly codeScale: number;
  /** Weight of the mean square of the code, in units of `codeScale`. DeepSDF's 1e-4 hardly binds; 3e-2 keeps codes among the learned ones. */
  readonly priorWeight: number;
}

/** In root mean squares of the content codes; from 0.1 to 0.8 tried on both recipes, this rate falls fast and ends low. */
export const searchDefaults = { numSteps: 80, learningRate: 0.3, priorWeight: 1e-4 } as const;

export interface SearchState {
  /** Passes made; the loss before the first step is known after one. */
  numPasses: number;
  /** Where each start is now, with the class code that stays. */
  readonly codes: CodeBatch;
  adam: AdamState;
  readonly best: BestOfSearch;
}

/** The best of all that each start passed through, by L1 + L2 alone: [count, contentDim] and [count]. */
export interface BestOfSearch {
  readonly contentCodes: Float32Array<ArrayBuffer>;
  readonly loss: Float64Array<ArrayBuffer>;
  readonly l1: Float64Array<ArrayBuffer>;
}

/** `starts`: content codes to begin at, which stay as they are, with the class codes. */
export const beginSearch = (starts: CodeBatch): SearchState => ({
  numPasses: 0,
  codes: { ...starts, contentCodes: starts.contentCodes.slice() },
  adam: beginAdam(starts.contentCodes.length),
  best: {
    contentCodes: starts.contentCodes.slice(),
    loss: new Float64Array(starts.count).fill(Infinity),
    l1: new Float64Array(starts.count),
  },
});

/** One pass over all starts and one step of each, in place. A whole search is `numSteps` + 1 of them. */
export function stepSearch(
  projector: Projector,
  state: SearchState,
  targets: ProjectionTargets,
  { numSteps, learningRate, codeScale, priorWeight }: SearchOptions,
): void {
  const { codes, best } = state;
  const { count, contentCodes } = codes;
  const contentDim = contentCodes.length / count;
  // Codes that are all zero have no scale; any will do.
  const scale = codeScale > 0 ? codeScale : 1;
  const pull = (2 * priorWeight) / (contentDim * scale * scale);
  const dropAt = Math.ceil(numSteps / 2);

  const { loss, l1, contentGradient } = projector.pass(codes, targets);
  for (let i = 0; i < count; i++) {
    if (!(loss[i] < best.loss[i])) continue;
    best.loss[i] = loss[i];
    best.l1[i] = l1[i];
    best.contentCodes.set(contentCodes.subarray(i * contentDim, (i + 1) * contentDim), i * contentDim);
  }
  for (let i = 0; i < contentCodes.length; i++) contentGradient[i] += pull * contentCodes[i];
  const step = state.numPasses++;
  if (step === dropAt) state.adam = beginAdam(contentCodes.length);
  stepAdam(state.adam, contentCodes, contentGradient, learningRate * scale * (step < dropAt ? 1 : 0.1));
}
