/**
 * The auxiliary classifier on transfers, the idea of AC-GAN (Odena et al., 2017) and StarGAN without a GAN: the batch's contents
 * are also generated under other classes, and a frozen auxiliary classifier says how far the pictures are from being read as those, and how far
 * they are from the style of their source (style.ts). It needs no more than the images and the labels that GLO uses anyway.
 */
import type { BatchStatistics } from '../../../src/networks/blocks/batch-norm.ts';
import type { Guidance } from '../../../src/contract/families/glo.ts';
import type {
  AuxiliaryClassifier,
  InputLoss,
} from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { trainableNames } from '../../../src/networks/generator/generator.ts';
import { gatherRows } from '../../../src/numerics/arrays.ts';
import type { Random } from '../../../src/numerics/random.ts';
import { scratch64 } from '../../../src/numerics/scratch.ts';
import { addIntensityGradient, generatorPass } from './generator-pass.ts';
import type { GloModel } from './model.ts';
import { addCodeGradients, type Gradients } from './gradients.ts';
import type { StyleLoss } from './style.ts';
import { fromPhases } from '../../../src/networks/blocks/pixel-phases.ts';

/** For each label another class, drawn evenly from the rest. */
export const otherClasses = (labels: Uint8Array, numClasses: number, random: Random): Uint8Array =>
  labels.map((label) => (label + 1 + random.integer(numClasses - 1)) % numClasses);

interface GuidanceInput {
  readonly model: GloModel;
  readonly guidance: Pick<Guidance, 'weight' | 'style'>;
  readonly auxiliaryClassifier: AuxiliaryClassifier;
  /** Where the guidance asks for style. */
  readonly styleLoss: StyleLoss | undefined;
  /** Which images, [n], and the classes to show them in, [n]. */
  readonly images: Uint32Array;
  readonly labels: Uint8Array;
  /** The contents as the reconstruction saw them, noise included, [n × contentDim]. */
  readonly noisyCodes: Float32Array;
}

/**
 * Adds the gradients of the weighted terms to `gradients`: of the generator, of the classes shown and of
 * the content codes. A pass of its own, with its own batch statistics, as PyTorch has it when the module is called twice.
 */
export function addGuidance(
  gradients: Gradients,
  { model, guidance, auxiliaryClassifier, styleLoss, images, labels, noisyCodes }: GuidanceInput,
): { value: number; statistics: BatchStatistics } {
  const classCodes = gatherRows(model.classCodes, model.dims.classDim, labels);
  const codes = { count: images.length, contentCodes: noisyCodes, classCodes };
  const pass = generatorPass(model, codes, (intensity) => {
    const pictures = fromPhases(model.dims, intensity);
    const gradient = scratch64(intensity.length);
    let value = 0;
    const add = (weight: number, term: InputLoss) => {
      value += weight * term.loss;
      addIntensityGradient(gradient, model.dims, term, weight);
    };
    if (guidance.weight > 0) add(guidance.weight, auxiliaryClassifier.crossEntropy(pictures, labels));
    if (guidance.style) {
      if (!styleLoss) throw new Error('Guidance asks for style, and none was given: pass it as `styleLoss`.');
      add(guidance.style.weight, styleLoss(pictures, images, labels));
    }
    return { value, gradient };
  });
  for (const name of trainableNames) {
    const [sum, added] = [gradients.parameters[name], pass.parameters[name]];
    for (let i = 0; i < sum.length; i++) sum[i] += added[i];
  }
  addCodeGradients(gradients, model.dims, { images, labels, input: pass.input });
  return { value: pass.loss.value, statistics: pass.statistics };
}
