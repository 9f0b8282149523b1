import {
  reshape,
  tensor,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  generatorLogits,
  generatorShapes,
  trainableNames,
  type TrainableName,
} from '../../../../src/networks/generator/generator.ts';
import { batchNormReluShuffle, pixelShuffleRuns } from '../../../../src/networks/blocks/batch-norm.ts';
import { denseRelu } from '../../../../src/networks/blocks/dense.ts';
import { subPixelConv } from '../../../../src/networks/blocks/sub-pixel.ts';
import { scoped, view } from '../../../../src/networks/blocks/heap.ts';
import { joinCodes } from '../../../../src/networks/generator/eval-forward.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { startWasmBackend } from '../../../../src/networks/blocks/wasm-backend.ts';
import type { GloModel } from '../../../../training/methods/glo/model.ts';
import { computeGradients, createOptimizer, trainStep } from '../../../../training/methods/glo/train-step.ts';
import {
  golden,
  goldenBatch,
  goldenClassRows,
  goldenLosses,
  goldenModel,
  goldenParameters,
  goldenRates,
  transposed,
} from '../../../support/golden-step.ts';
import { relativeError } from '../../../support/golden-file.ts';
import { digitShape } from '../../../support/digit-shape.ts';
import { toPhases } from '../../../../src/networks/blocks/pixel-phases.ts';

const config = { loss: 'l1+l2', contentDecay: 0 } as const;

const noisyCodes = ({ contentCodes }: GloModel) => contentCodes.map((code, i) => code + goldenBatch.noise[i]);

beforeAll(() => startWasmBackend());

describe('the exact reference step', () => {
  it('gives each activation in training mode: view, first convolution, batch normalization and output', () => {
    const model = goldenModel();
    const shapes = generatorShapes(model.dims);
    const parameter = (name: TrainableName) => tensor(model.parameters[name], [...shapes[name]]);
    const matrix = (name: TrainableName) => parameter(name) as Tensor2D;
    const vector = (name: TrainableName) => parameter(name) as Tensor1D;
    const kernel = (name: TrainableName) => parameter(name) as Tensor4D;
    scoped(() => {
      const codes = { count: 8, contentCodes: noisyCodes(model), classCodes: goldenClassRows(model) };
      let hidden = joinCodes(model.dims, codes);
      for (const layer of ['dense1', 'dense2', 'dense3'] as const) {
        hidden = denseRelu(hidden, matrix(`${layer}.weight`), vector(`${layer}.bias`));
      }
      expect(relativeError(view(hidden), transposed('train.view', [0, 2, 3, 1]))).toBeLessThan(1e-5);

      const phases = subPixelConv(reshape(hidden, [8, 5, 5, 16]), kernel('convT1.weight'), 'full');
      const convolved = new Float32Array(phases.size);
      const bias = model.parameters['convT1.bias'];
      pixelShuffleRuns(
        8,
        7,
        7,
        16,
      )((low, high) => {
        for (let c = 0; c < 16; c++) convolved[high + c] = view(phases)[low + c] + bias[c];
      });
      expect(relativeError(convolved, transposed('train.convT1', [0, 2, 3, 1]))).toBeLessThan(1e-5);

      const { output } = batchNormReluShuffle({
        x: phases,
        bias: vector('convT1.bias'),
        gamma: vector('batchNorm.gamma'),
        beta: vector('batchNorm.beta'),
      });
      const normalized = transposed('train.batchNorm', [0, 2, 3, 1]).map((value) => Math.max(value, 0));
      expect(relativeError(view(output), normalized)).toBeLessThan(1e-5);

      const parameters = Object.fromEntries(trainableNames.map((name) => [name, parameter(name)]));
      const { logits } = generatorLogits(
        model.dims,
        parameters as Record<TrainableName, Tensor>,
        joinCodes(model.dims, codes),
      );
      const lastBias = model.parameters['convT2.bias'][0];
      const intensity = view(logits).map((logit) => 1 / (1 + Math.exp(-logit - lastBias)));
      expect(relativeError(intensity, toPhases(digitShape, golden('train.output').values))).toBeLessThan(
        1e-5,
      );
    });
  });

  it('gives the loss and its parts', () => {
    const { losses } = computeGradients(goldenModel(), goldenBatch, config);
    expect(losses.l1).toBeCloseTo(goldenLosses.l1, 6);
    expect(losses.l2).toBeCloseTo(goldenLosses.l2, 6);
    expect(losses.loss).toBeCloseTo(goldenLosses.loss, 6);
  });

  it('gives every gradient', () => {
    const { gradients } = computeGradients(goldenModel(), goldenBatch, config);
    const expected = goldenParameters('grad');
    for (const name of trainableNames) {
      if (name === 'convT1.bias') continue; // exactly zero here, rounding in the reference; see the next test
      expect.soft(relativeError(gradients.parameters[name], expected[name]), name).toBeLessThan(1e-4);
    }
    expect(relativeError(gradients.classCodes, golden('grad.classCodes').values)).toBeLessThan(1e-4);
    expect(relativeError(gradients.contentCodes, golden('grad.contentCodes').values)).toBeLessThan(1e-4);
  });

  it('knows that the bias before batch normalization has no gradient', () => {
    const { gradients } = computeGradients(goldenModel(), goldenBatch, config);
    expect(Math.max(...golden('grad.convT1.bias').values.map(Math.abs))).toBeLessThan(1e-12);
    expect(gradients.parameters['convT1.bias'].every((value) => value === 0)).toBe(true);
  });

  it('gives everything after one Adam step, running statistics and the eval-mode output', () => {
    const model = goldenModel();
    const optimizer = createOptimizer(model, goldenRates);
    trainStep({ model, optimizer, batch: goldenBatch, config });
    const expected = goldenParameters('adam1');
    for (const name of trainableNames) {
      // Adam's first step is the gradient's sign times the learning rate, so an entry whose gradient is near zero may
      // differ by part of a step; all others agree closely.
      const before = goldenParameters('param')[name];
      const moved = Array.from(expected[name], (value, i) => Math.abs(value - before[i]) > 0.99e-3);
      const error = Array.from(expected[name], (value, i) =>
        moved[i] ? Math.abs(model.parameters[name][i] - value) : 0,
      );
      expect.soft(Math.max(...error), name).toBeLessThan(2e-6);
    }
    expect(relativeError(model.classCodes, golden('adam1.classCodes').values)).toBeLessThan(1e-5);
    expect(relativeError(model.contentCodes, golden('adam1.contentCodes').values)).toBeLessThan(1e-5);
    expect(
      relativeError(model.parameters['batchNorm.runningMean'], golden('train.runningMean').values),
    ).toBeLessThan(1e-5);
    expect(
      relativeError(model.parameters['batchNorm.runningVar'], golden('train.runningVar').values),
    ).toBeLessThan(1e-5);

    const predictor = buildPredictor(model.dims, model.parameters);
    const images = predictor.predict({
      count: 8,
      contentCodes: model.contentCodes,
      classCodes: goldenClassRows(model),
    });
    predictor.dispose();
    expect(relativeError(images, golden('evalAfterStep.output').values)).toBeLessThan(1e-4);
  });
});
