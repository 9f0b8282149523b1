/**
 * Projection of many images at once: every search (src/networks/generator/search.ts) goes on for all its steps, in chunks of starts. Not
 * here: which starts, which classes (held-out.ts).
 */
import type { CodeBatch } from '../../src/networks/generator/codes.ts';
import type { ProjectionTargets, Projector } from '../../src/networks/generator/projection.ts';
import {
  beginSearch,
  stepSearch,
  type BestOfSearch,
  type SearchOptions,
} from '../../src/networks/generator/search.ts';

export interface Projections extends BestOfSearch {
  /** The least loss of each start so far, before the first step and after each: [numSteps + 1] arrays of [count]. */
  readonly bestAfter: readonly Float64Array[];
}

/** Starts that go through the network at once: enough that a call's overhead is nothing, few enough to stay in the cache. */
const chunkSize = 100;

/** `starts`: content codes to begin at, with the class codes that stay. */
export function projectContents(
  projector: Projector,
  { count, contentCodes, classCodes }: CodeBatch,
  { intensity, rows }: ProjectionTargets,
  options: SearchOptions,
): Projections {
  const contentDim = contentCodes.length / count;
  const classDim = classCodes.length / count;
  const found = {
    contentCodes: new Float32Array(contentCodes.length),
    loss: new Float64Array(count),
    l1: new Float64Array(count),
    bestAfter: Array.from({ length: options.numSteps + 1 }, () => new Float64Array(count)),
  };
  for (let from = 0; from < count; from += chunkSize) {
    const to = Math.min(from + chunkSize, count);
    const state = beginSearch({
      count: to - from,
      contentCodes: contentCodes.subarray(from * contentDim, to * contentDim),
      classCodes: classCodes.subarray(from * classDim, to * classDim),
    });
    const targets = { intensity, rows: Array.prototype.slice.call(rows, from, to) as number[] };
    for (const best of found.bestAfter) {
      stepSearch(projector, state, targets, options);
      best.set(state.best.loss, from);
    }
    found.contentCodes.set(state.best.contentCodes, from * contentDim);
    found.loss.set(state.best.loss, from);
    found.l1.set(state.best.l1, from);
  }
  return found;
}
