/**
 * The reconstruction loss of generated ink against the image's: L1, L2 or their sum, each the mean over all pixels of the
 * batch, or the perceptual loss: L1 plus the distance in a frozen critic's feature maps, weight 1. On plain arrays.
 */
import type { LossName } from '../../../src/contract/manifest.ts';
import type { Critic } from '../../../src/networks/critic.ts';
import { fromPhases } from './batches.ts';
import { addInkSlopes, type InkLoss } from './generator-pass.ts';

export interface LossParts {
  /** Mean absolute error. */
  readonly l1: number;
  /** Mean squared error. */
  readonly l2: number;
}

interface ReconstructionInput {
  /** Generated, in the layout of the logits, [n × 784]. */
  readonly ink: Float64Array;
  /** In the same layout. */
  readonly targets: Float32Array;
  readonly name: LossName;
  readonly critic: Critic | undefined;
}

/** The gradient of |e| at e = 0 is 0, as in PyTorch. @throws Error for the perceptual loss without a critic. */
export function reconstructionLoss(input: ReconstructionInput): InkLoss & { readonly parts: LossParts } {
  const { ink, targets, name, critic } = input;
  const weight1 = name === 'l2' ? 0 : 1;
  const weight2 = name === 'l2' || name === 'l1+l2' ? 1 : 0;
  const count = targets.length;
  const slopes = new Float64Array(count);
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < count; i++) {
    const error = ink[i] - targets[i];
    absolute += Math.abs(error);
    squared += error * error;
    const stored = Math.fround(ink[i]) - targets[i]; // slopes are at the ink in float32, as an image holds it
    slopes[i] = weight1 * Math.sign(stored) + weight2 * 2 * stored;
  }
  const parts = { l1: absolute / count, l2: squared / count };
  const value = weight1 * parts.l1 + weight2 * parts.l2;
  if (name !== 'perceptual') return { value, slopes, parts };

  const distance = requireCritic(critic, 'The perceptual loss').featureDistance(
    fromPhases(ink),
    fromPhases(targets),
  );
  addInkSlopes(slopes, distance, 1);
  return { value: value + distance.loss, slopes, parts };
}

/** @throws Error saying what wants the critic. */
export function requireCritic(critic: Critic | undefined, user: string): Critic {
  if (critic) return critic;
  throw new Error(`${user} needs a critic, a frozen classifier, and none was given: pass one as \`critic\`.`);
}
