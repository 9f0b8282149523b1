/**
 * The reconstruction loss of generated intensity against the image's: L1, L2 or their sum, each the mean over all pixels of the
 * batch, or the perceptual loss: L1 plus the distance in a frozen auxiliary classifier's feature maps, weight 1. On plain arrays.
 */
import type { LossName } from '../../../src/contract/families/glo.ts';
import type { AuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { fromPhases } from './batches.ts';
import { addIntensityGradient, type IntensityLoss } from './generator-pass.ts';

export interface LossParts {
  /** Mean absolute error. */
  readonly l1: number;
  /** Mean squared error. */
  readonly l2: number;
}

interface ReconstructionInput {
  /** Generated, in the layout of the logits, [n × 784]. */
  readonly intensity: Float64Array;
  /** In the same layout. */
  readonly targets: Float32Array;
  readonly name: LossName;
  readonly auxiliaryClassifier: AuxiliaryClassifier | undefined;
}

/** The gradient of |e| at e = 0 is 0, as in PyTorch. @throws Error for the perceptual loss without an auxiliary classifier. */
export function reconstructionLoss(
  input: ReconstructionInput,
): IntensityLoss & { readonly parts: LossParts } {
  const { intensity, targets, name, auxiliaryClassifier } = input;
  const weight1 = name === 'l2' ? 0 : 1;
  const weight2 = name === 'l2' || name === 'l1+l2' ? 1 : 0;
  const count = targets.length;
  const gradient = new Float64Array(count);
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < count; i++) {
    const error = intensity[i] - targets[i];
    absolute += Math.abs(error);
    squared += error * error;
    // The gradient is at the intensity in float32, as an image holds it.
    const stored = Math.fround(intensity[i]) - targets[i];
    gradient[i] = weight1 * Math.sign(stored) + weight2 * 2 * stored;
  }
  const parts = { l1: absolute / count, l2: squared / count };
  const value = weight1 * parts.l1 + weight2 * parts.l2;
  if (name !== 'perceptual') return { value, gradient, parts };

  const distance = requireAuxiliaryClassifier(auxiliaryClassifier, 'The perceptual loss').featureDistance(
    fromPhases(intensity),
    fromPhases(targets),
  );
  addIntensityGradient(gradient, distance, 1);
  return { value: value + distance.loss, gradient, parts };
}

/** @throws Error saying what wants the auxiliary classifier. */
export function requireAuxiliaryClassifier(
  auxiliaryClassifier: AuxiliaryClassifier | undefined,
  user: string,
): AuxiliaryClassifier {
  if (auxiliaryClassifier) return auxiliaryClassifier;
  throw new Error(
    `${user} needs an auxiliary classifier, a frozen classifier, and none was given: pass one as \`auxiliaryClassifier\`.`,
  );
}
