/** One training step of GLO: gradients of one batch, then Adam on the generator, the class codes and the content codes. */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';
import { batchNormMomentum, type BatchStatistics } from '../../../src/networks/blocks/batch-norm.ts';
import type { AuxiliaryClassifier } from '../../../src/networks/classifier/auxiliary-classifier.ts';
import { trainableNames, type TrainableName } from '../../../src/networks/generator/generator.ts';
import { gatherRows } from '../../../src/numerics/arrays.ts';
import { createAdam, beginAdam, type Adam, type AdamState } from '../../../src/numerics/adam.ts';
import { scratch32 } from '../../../src/numerics/scratch.ts';
import type { Batch } from './batches.ts';
import { byName, generatorPass } from './generator-pass.ts';
import { addCodeGradients, type Gradients } from './gradients.ts';
import { addGuidance } from './guidance.ts';
import { reconstructionLoss, requireAuxiliaryClassifier, type LossParts } from './loss.ts';
import type { GloModel } from './model.ts';
import type { StyleLoss } from './style.ts';

export interface StepLosses extends LossParts {
  /** What was minimized, but for guidance: the chosen reconstruction loss plus the weighted decay. */
  readonly loss: number;
  /** What the batch's transfers pay: the weighted cross-entropy of the auxiliary classifier and the weighted distance of style; 0 where training is not guided. */
  readonly guidance: number;
}

export interface Optimizer {
  readonly parameters: Readonly<Record<TrainableName, Adam>>;
  readonly classCodes: Adam;
  readonly contentCodes: Adam;
}

/** Live beside the tables: row i of the content codes' moments belongs to image i for the whole run. */
export interface Moments {
  readonly parameters: Readonly<Record<TrainableName, AdamState>>;
  readonly classCodes: AdamState;
  readonly contentCodes: AdamState;
}

export const startMoments = (model: GloModel): Moments => ({
  parameters: byName((name) => beginAdam(model.parameters[name].length)),
  classCodes: beginAdam(model.classCodes.length),
  contentCodes: beginAdam(model.contentCodes.length),
});

export function createOptimizer(
  model: GloModel,
  rates: TrainingConfig['learningRates'],
  moments = startMoments(model),
): Optimizer {
  return {
    parameters: byName((name) =>
      createAdam(model.parameters[name].length, rates.generator, moments.parameters[name]),
    ),
    classCodes: createAdam(model.classCodes.length, rates.classCodes, moments.classCodes),
    contentCodes: createAdam(model.contentCodes.length, rates.contentCodes, moments.contentCodes),
  };
}

type LossConfig = Pick<TrainingConfig, 'loss' | 'contentDecay'> & Partial<Pick<TrainingConfig, 'guidance'>>;

export interface StepInput {
  readonly model: GloModel;
  readonly optimizer: Optimizer;
  readonly batch: Batch;
  readonly config: LossConfig;
  /** For the perceptual loss and for guidance. */
  readonly auxiliaryClassifier?: AuxiliaryClassifier | undefined;
  /** Where guidance asks for style. */
  readonly styleLoss?: StyleLoss | undefined;
}

// #region training-step
/** Changes the model in place and returns the losses before the change. */
export function trainStep({ model, optimizer, batch, config, ...guides }: StepInput): StepLosses {
  const { losses, gradients, statistics } = computeGradients(model, batch, config, guides);
  for (const name of trainableNames) {
    optimizer.parameters[name].update(model.parameters[name], gradients.parameters[name]);
  }
  optimizer.classCodes.update(model.classCodes, gradients.classCodes);
  optimizer.contentCodes.update(model.contentCodes, gradients.contentCodes);
  for (const ofPass of statistics) updateRunningStatistics(model, ofPass);
  return losses;
}
// #endregion

// #region gradients
/** The losses of a batch and the gradients, in scratch, of everything that learns. Leaves the model as it is and no tensor behind. */
export function computeGradients(
  model: GloModel,
  batch: Batch,
  { loss, contentDecay, guidance }: LossConfig,
  { auxiliaryClassifier, styleLoss }: Pick<StepInput, 'auxiliaryClassifier' | 'styleLoss'> = {},
): { losses: StepLosses; gradients: Gradients; statistics: BatchStatistics[] } {
  const { classDim, contentDim } = model.dims;
  const { images, labels, targets, noise, transferLabels } = batch;
  const count = images.length;
  const contentCodes = gatherRows(model.contentCodes, contentDim, images);
  const classCodes = gatherRows(model.classCodes, classDim, labels);
  const noisyCodes = contentCodes.map((value, i) => value + noise[i]);
  const pass = generatorPass(model, { count, contentCodes: noisyCodes, classCodes }, (intensity) =>
    reconstructionLoss({ intensity, targets, shape: model.dims, name: loss, auxiliaryClassifier }),
  );

  const gradients = {
    parameters: pass.parameters,
    classCodes: scratch32(model.classCodes.length),
    contentCodes: scratch32(model.contentCodes.length),
  };
  // Each row goes back to the image and to the class that it came from.
  addCodeGradients(gradients, model.dims, { images, labels, input: pass.input });

  let squaredNorm = 0; // of the clean codes: decay never sees the noise
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < contentDim; j++) {
      const code = contentCodes[i * contentDim + j];
      squaredNorm += code * code;
      gradients.contentCodes[images[i] * contentDim + j] += (2 * contentDecay * code) / count;
    }
  }
  const total = pass.loss.value + (contentDecay * squaredNorm) / count;
  const losses = { loss: total, ...pass.loss.parts, guidance: 0 };
  if (!guidance || !transferLabels) return { losses, gradients, statistics: [pass.statistics] };

  const guided = addGuidance(gradients, {
    model,
    guidance,
    auxiliaryClassifier: requireAuxiliaryClassifier(auxiliaryClassifier, 'Guidance'),
    styleLoss,
    images,
    labels: transferLabels,
    noisyCodes,
  });
  return {
    losses: { ...losses, guidance: guided.value },
    gradients,
    statistics: [pass.statistics, guided.statistics], // one a pass, in order
  };
}
// #endregion

export function updateRunningStatistics({ parameters }: GloModel, { mean, variance }: BatchStatistics): void {
  const average = (running: Float32Array, batch: Float64Array) => {
    for (let c = 0; c < running.length; c++) running[c] += batchNormMomentum * (batch[c] - running[c]);
  };
  average(parameters['batchNorm.runningMean'], mean);
  average(parameters['batchNorm.runningVar'], variance);
}
