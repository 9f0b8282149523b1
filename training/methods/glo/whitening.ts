/**
 * Class-conditional whitening of the content codes: each class's codes projected to zero mean and identity covariance, so that
 * their first two moments say nothing about the class. `aligned` then turns each class's axes alike (procrustes.ts). Not a part of
 * the gradient: a projection between epochs, which leaves Adam's moments as they are.
 */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import { rowsByClass } from '../../../src/numerics/arrays.ts';
import { alignClasses } from '../../../src/numerics/procrustes.ts';
import { whitenRows } from '../../../src/numerics/whiten-rows.ts';
import { imageFeatures } from './image-features.ts';

interface WhitenerInput {
  readonly contentWhitening: TrainingConfig['contentWhitening'];
  readonly contentDim: number;
  readonly labels: Uint8Array;
  readonly numClasses: number;
  /** Ink of the training images in the layout of the logits (batches.ts). */
  readonly targets: Float32Array;
}

/** Changes the content codes [numImages × contentDim] in place. Undefined when there is nothing to do. */
export function createWhitener(input: WhitenerInput): ((contentCodes: Float32Array) => void) | undefined {
  const { contentWhitening, contentDim, labels, numClasses, targets } = input;
  if (contentWhitening === 'none') return undefined;
  const classes = rowsByClass(labels, numClasses);
  const whiten = (codes: Float32Array) => {
    for (const rows of classes) whitenRows(codes, contentDim, rows);
  };
  if (contentWhitening === 'per-class') return whiten;
  const features = imageFeatures(targets, classes);
  return (codes) => {
    whiten(codes);
    alignClasses({ codes, contentDim, classes, features });
  };
}
