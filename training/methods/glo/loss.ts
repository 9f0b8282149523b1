/**
 * The reconstruction loss of generated intensity against the image's: L1, L2 or their sum, each the mean over all pixels of the
 * batch, or the perceptual loss: L1 plus the distance in a frozen auxiliary classifier's feature maps, weight 1. On plain arrays.
 */
import type { LossName } from '../../../src/contract/families/glo.ts';
import type { AuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import type { ImageShape } from '../../../src/networks/blocks/image-shape.ts';
import { scratch64 } from '../../../src/numerics/scratch.ts';
import { addIntensityGradient, type IntensityLoss } from './generator-pass.ts';
import { fromPhases } from '../../../src/networks/blocks/pixel-phases.ts';

export interface LossParts {
  /** Mean absolute error. */
  readonly l1: number;
  /** Mean squared error. */
  readonly l2: number;
}

/** What a loss weighs; every name of the contract has one. */
interface LossWeights {
  /** Of the mean absolute error. */
  readonly l1: number;
  /** Of the mean squared error. */
  readonly l2: number;
  /** Of the distance in the auxiliary classifier's feature maps; above 0 the loss needs one. */
  readonly features: number;
}

const weightsOf: Readonly<Record<LossName, LossWeights>> = {
  l1: { l1: 1, l2: 0, features: 0 },
  l2: { l1: 0, l2: 1, features: 0 },
  'l1+l2': { l1: 1, l2: 1, features: 0 },
  perceptual: { l1: 1, l2: 0, features: 1 },
};

export const lossNeedsAuxiliaryClassifier = (name: LossName): boolean => weightsOf[name].features > 0;

interface ReconstructionInput {
  /** Generated, in the layout of the logits. */
  readonly intensity: Float64Array;
  /** In the same layout. */
  readonly targets: Float32Array;
  readonly shape: ImageShape;
  readonly name: LossName;
  readonly auxiliaryClassifier: AuxiliaryClassifier | undefined;
}

/** The gradient of |e| at e = 0 is 0, as in PyTorch. @throws Error for the perceptual loss without an auxiliary classifier. */
export function reconstructionLoss(
  input: ReconstructionInput,
): IntensityLoss & { readonly parts: LossParts } {
  const { intensity, targets, shape, name, auxiliaryClassifier } = input;
  const weights = weightsOf[name];
  const count = targets.length;
  const gradient = scratch64(count);
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < count; i++) {
    const error = intensity[i] - targets[i];
    absolute += Math.abs(error);
    squared += error * error;
    // The gradient is at the intensity in float32, as an image holds it.
    const stored = Math.fround(intensity[i]) - targets[i];
    gradient[i] = weights.l1 * Math.sign(stored) + weights.l2 * 2 * stored;
  }
  const parts = { l1: absolute / count, l2: squared / count };
  const value = weights.l1 * parts.l1 + weights.l2 * parts.l2;
  if (weights.features === 0) return { value, gradient, parts };

  const distance = requireAuxiliaryClassifier(auxiliaryClassifier, 'The perceptual loss').featureDistance(
    fromPhases(shape, intensity),
    fromPhases(shape, targets),
  );
  addIntensityGradient(gradient, shape, distance, weights.features);
  return { value: value + weights.features * distance.loss, gradient, parts };
}

/** @throws Error saying what wants the auxiliary classifier. */
export function requireAuxiliaryClassifier(
  auxiliaryClassifier: AuxiliaryClassifier | undefined,
  user: string,
): AuxiliaryClassifier {
  if (auxiliaryClassifier) return auxiliaryClassifier;
  throw new Error(`${user} needs an auxiliary classifier, a frozen classifier, and none was given.`);
}
