/**
 * What a reconstruction costs, and the gradient of it by the last layer's sum, before its activation. All are means over the images of a batch.
 */
import type { FloatArray } from '../../../src/numerics/simd/matrix.ts';
import type { Workspace } from '../../../src/numerics/simd/workspace.ts';

export interface LossInput {
  readonly workspace: Workspace;
  /** [count × length]: what the decoder gave, before or after its activation, as the loss says. */
  readonly output: FloatArray;
  /** Intensity in [0, 1], likewise. */
  readonly targets: FloatArray;
  /** Becomes the gradient by the output. */
  readonly gradient: FloatArray;
  readonly count: number;
  /** Numbers of an image. */
  readonly length: number;
}

/** Sum over pixels of the cross-entropy of sigmoid(output) against the target, of output before its sigmoid. */
export function crossEntropy({ workspace, output, targets, gradient, count, length }: LossInput): number {
  const total = workspace.crossEntropy({
    logits: output,
    targets,
    gradient,
    scale: 1 / count,
    rowLength: length,
    numRows: count,
  });
  return total / count;
}

/** `weight` times the squared error summed over pixels, of output after its activation. */
export function squaredError(
  { workspace, output, targets, gradient, count, length }: LossInput,
  weight: number,
): number {
  const [made, wanted, slope] = [output, targets, gradient].map(workspace.view);
  const scale = (2 * weight) / count;
  let total = 0;
  for (let i = 0; i < count * length; i++) {
    const error = made[i] - wanted[i];
    total += error * error;
    slope[i] = scale * error;
  }
  return (weight * total) / count;
}
