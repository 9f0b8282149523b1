/**
 * Projection: the content codes under which a fixed generator draws given images, found by gradient descent on the codes alone
 * (GLO has no encoder). Follows DeepSDF's published settings where they carry over: Adam, learning rate × 0.1 at half, a small pull to
 * zero. Any number of starts at once, each for itself. Not here: which starts, which classes (held-out.ts).
 */
import type { CodeBatch } from '../../src/networks/generator/codes.ts';
import type { ProjectionTargets, Projector } from '../../src/networks/generator/projection.ts';
import { createAdam } from '../../src/numerics/adam.ts';

export interface ProjectionOptions {
  readonly numSteps: number;
  /** Adam's, for the first half of the steps, in units of `codeScale`. */
  readonly learningRate: number;
  /** Root mean square of the learned content codes: a code of this size is an ordinary one. */
  readonly codeScale: number;
  /** Weight of the mean square of the code, in units of `codeScale`. */
  readonly priorWeight: number;
}

export interface Projections {
  /** The best of all that each start passed through, by L1 + L2 alone: [count, contentDim] and [count]. */
  readonly contentCodes: Float32Array;
  readonly loss: Float64Array;
  readonly l1: Float64Array;
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
  options: ProjectionOptions,
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
    const part = projectChunk(
      projector,
      {
        count: to - from,
        contentCodes: contentCodes.slice(from * contentDim, to * contentDim),
        classCodes: classCodes.subarray(from * classDim, to * classDim),
      },
      { intensity, rows: Array.prototype.slice.call(rows, from, to) as number[] },
      options,
    );
    found.contentCodes.set(part.contentCodes, from * contentDim);
    found.loss.set(part.loss, from);
    found.l1.set(part.l1, from);
    part.bestAfter.forEach((best, step) => found.bestAfter[step].set(best, from));
  }
  return found;
}

/** Changes `codes.contentCodes` in place. */
function projectChunk(
  projector: Projector,
  codes: CodeBatch,
  targets: ProjectionTargets,
  { numSteps, learningRate, codeScale, priorWeight }: ProjectionOptions,
): Projections {
  const { count, contentCodes } = codes;
  const contentDim = contentCodes.length / count;
  // Codes that are all zero have no scale; any will do.
  const scale = codeScale > 0 ? codeScale : 1;
  const best = {
    contentCodes: contentCodes.slice(),
    loss: new Float64Array(count).fill(Infinity),
    l1: new Float64Array(count),
  };
  const bestAfter: Float64Array[] = [];
  const pull = (2 * priorWeight) / (contentDim * scale * scale);
  const dropAt = Math.ceil(numSteps / 2);
  const [fast, slow] = [1, 0.1].map((part) => createAdam(contentCodes.length, learningRate * scale * part));

  for (let step = 0; step <= numSteps; step++) {
    const { loss, l1, contentGradient } = projector.pass(codes, targets);
    for (let i = 0; i < count; i++) {
      if (!(loss[i] < best.loss[i])) continue;
      best.loss[i] = loss[i];
      best.l1[i] = l1[i];
      best.contentCodes.set(contentCodes.subarray(i * contentDim, (i + 1) * contentDim), i * contentDim);
    }
    bestAfter.push(best.loss.slice());
    for (let i = 0; i < contentCodes.length; i++) contentGradient[i] += pull * contentCodes[i];
    (step < dropAt ? fast : slow).update(contentCodes, contentGradient);
  }
  return { ...best, bestAfter };
}
