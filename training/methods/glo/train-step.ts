/** One training step of GLO: gradients of one batch, then Adam on the generator, the class codes and the content codes. */
import { grads, tensor, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { LossName, TrainingConfig } from '../../../src/contract/manifest.ts';
import { batchNormMomentum, type BatchStatistics } from '../../../src/networks/batch-norm.ts';
import {
  generatorLogits,
  generatorShapes,
  trainableNames,
  type TrainableName,
} from '../../../src/networks/generator.ts';
import { scoped, view } from '../../../src/networks/heap.ts';
import { joinCodes } from '../../../src/networks/predictor.ts';
import { gatherRows } from '../../../src/numerics/arrays.ts';
import { createAdam, type Adam } from './adam.ts';
import { reconstructionLoss, type LossParts } from './loss.ts';
import type { GloModel } from './model.ts';
import type { CodeBatch } from '../../../src/networks/codes.ts';

export interface Batch {
  /** Which images, [n]: rows of the content codes. */
  readonly images: Uint32Array;
  /** Their classes, [n]: rows of the class codes. */
  readonly labels: Uint8Array;
  /** Their ink in [0, 1] in the layout of the logits (see batches.ts), [n × 784]. */
  readonly targets: Float32Array;
  /** Gaussian noise for the content codes, already × σ, [n × contentDim]: one draw a sample, never stored. */
  readonly noise: Float32Array;
}

export interface StepLosses extends LossParts {
  /** What was minimized: the chosen reconstruction loss plus the weighted decay. */
  readonly loss: number;
}

export interface Gradients {
  readonly parameters: Readonly<Record<TrainableName, Float32Array>>;
  /** [numClasses × classDim]; zero for classes that are not in the batch. */
  readonly classCodes: Float32Array;
  /** [numImages × contentDim]; zero for images that are not in the batch. */
  readonly contentCodes: Float32Array;
}

export interface Optimizer {
  readonly parameters: Readonly<Record<TrainableName, Adam>>;
  readonly classCodes: Adam;
  readonly contentCodes: Adam;
}

/** Moments live beside the tables: row i of the content codes' moments belongs to image i for the whole run. */
export function createOptimizer(model: GloModel, rates: TrainingConfig['learningRates']): Optimizer {
  return {
    parameters: byName((name) => createAdam(model.parameters[name].length, rates.generator)),
    classCodes: createAdam(model.classCodes.length, rates.classCodes),
    contentCodes: createAdam(model.contentCodes.length, rates.contentCodes),
  };
}

interface StepInput {
  readonly model: GloModel;
  readonly optimizer: Optimizer;
  readonly batch: Batch;
  readonly config: Pick<TrainingConfig, 'loss' | 'contentDecay'>;
}

// #region training-step
/** Changes the model in place and returns the losses before the change. */
export function trainStep({ model, optimizer, batch, config }: StepInput): StepLosses {
  const { losses, gradients, statistics } = computeGradients(model, batch, config);
  for (const name of trainableNames) {
    optimizer.parameters[name].update(model.parameters[name], gradients.parameters[name]);
  }
  optimizer.classCodes.update(model.classCodes, gradients.classCodes);
  optimizer.contentCodes.update(model.contentCodes, gradients.contentCodes);
  updateRunningStatistics(model, statistics);
  return losses;
}
// #endregion

// #region gradients
/** The losses of a batch and the gradients of everything that learns. Leaves the model as it is and no tensor behind. */
export function computeGradients(
  model: GloModel,
  batch: Batch,
  { loss, contentDecay }: Pick<TrainingConfig, 'loss' | 'contentDecay'>,
): { losses: StepLosses; gradients: Gradients; statistics: BatchStatistics } {
  const { classDim, contentDim } = model.dims;
  const count = batch.images.length;
  const contentCodes = gatherRows(model.contentCodes, contentDim, batch.images);
  const classCodes = gatherRows(model.classCodes, classDim, batch.labels);
  const noisyCodes = contentCodes.map((value, i) => value + batch.noise[i]);
  const pass = generatorGradients(
    model,
    { count, contentCodes: noisyCodes, classCodes },
    batch.targets,
    loss,
  );

  const gradients = {
    parameters: pass.parameters,
    classCodes: new Float32Array(model.classCodes.length),
    contentCodes: new Float32Array(model.contentCodes.length),
  };
  let squaredNorm = 0; // of the clean codes: decay never sees the noise
  for (let i = 0; i < count; i++) {
    const row = i * (classDim + contentDim); // class code first
    for (let j = 0; j < classDim; j++) {
      gradients.classCodes[batch.labels[i] * classDim + j] += pass.input[row + j];
    }
    for (let j = 0; j < contentDim; j++) {
      const code = contentCodes[i * contentDim + j];
      squaredNorm += code * code;
      gradients.contentCodes[batch.images[i] * contentDim + j] +=
        pass.input[row + classDim + j] + (2 * contentDecay * code) / count;
    }
  }
  const total = pass.loss + (contentDecay * squaredNorm) / count;
  return { losses: { loss: total, ...pass.parts }, gradients, statistics: pass.statistics };
}
// #endregion

/** Forward and backward through the generator: gradients of the reconstruction loss for parameters and input codes. */
function generatorGradients(model: GloModel, codes: CodeBatch, targets: Float32Array, lossName: LossName) {
  return scoped(() => {
    const shapes = generatorShapes(model.dims);
    const tensors = trainableNames.map((name) => tensor(model.parameters[name], [...shapes[name]]));
    let reconstruction: ReturnType<typeof reconstructionLoss> | undefined;
    let statistics: BatchStatistics | undefined;
    const objective = (input: Tensor, ...values: Tensor[]): Scalar => {
      const parameters = byName((_, i) => values[i]);
      const output = generatorLogits(parameters, input as Tensor2D);
      statistics = output.statistics;
      reconstruction = reconstructionLoss(
        output.logits,
        parameters['convT2.bias'] as Tensor1D,
        targets,
        lossName,
      );
      return reconstruction.loss;
    };
    const [input, ...gradients] = grads(objective)([joinCodes(model.dims, codes), ...tensors]);
    if (!reconstruction || !statistics) throw new Error('tf.grads did not run the objective.');
    return {
      loss: reconstruction.value,
      parts: reconstruction.parts,
      statistics,
      /** [count × (classDim + contentDim)], class code first. */
      input: view(input).slice(),
      parameters: byName((_, i) => view(gradients[i]).slice()),
    };
  });
}

const byName = <T>(make: (name: TrainableName, index: number) => T): Record<TrainableName, T> =>
  Object.fromEntries(trainableNames.map((name, i) => [name, make(name, i)])) as Record<TrainableName, T>;

function updateRunningStatistics({ parameters }: GloModel, { mean, variance }: BatchStatistics): void {
  const average = (running: Float32Array, batch: Float64Array) => {
    for (let c = 0; c < running.length; c++) running[c] += batchNormMomentum * (batch[c] - running[c]);
  };
  average(parameters['batchNorm.runningMean'], mean);
  average(parameters['batchNorm.runningVar'], variance);
}
