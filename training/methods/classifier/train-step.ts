/** The gradients of one batch for a classifier's parameters, by the passes of classifier-pass.ts. */
import {
  Conv2DBackpropFilter,
  engine,
  matMul,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type {
  ClassifierConfig,
  ClassifierParameterName,
  ClassifierParameters,
} from '../../../src/networks/classifier/parameters.ts';
import {
  adjointTensors,
  classifierTensors,
  crossEntropyLoss,
  featureMaps,
  flatten,
  inputTensor,
  readOut,
  throughConv2,
  throughMap1,
  throughReadout,
} from '../../../src/networks/classifier/pass.ts';
import { scoped, view } from '../../../src/networks/blocks/heap.ts';
import type { LabelledBatch } from './batches.ts';

export interface ClassifierGradients {
  /** Mean cross-entropy of the batch. */
  readonly loss: number;
  /** How many of its images are read right. */
  readonly numCorrect: number;
  readonly gradients: Readonly<Record<ClassifierParameterName, Float32Array>>;
}

/** Leaves the parameters as they are and no tensor behind. */
export function classifierGradients(
  config: ClassifierConfig,
  parameters: ClassifierParameters,
  batch: LabelledBatch,
): ClassifierGradients {
  return scoped(() => {
    const weights = classifierTensors(config, parameters);
    const adjoint = adjointTensors(config, parameters);
    const input = inputTensor(config, batch.pixels);
    const maps = featureMaps(weights, input);
    const { features, logits } = readOut(weights, maps);
    const { loss, numCorrect, gradient } = crossEntropyLoss(logits, batch.labels);

    const before = throughReadout(adjoint, { features, map2: maps.map2 }, gradient);
    const first = throughMap1(throughConv2(adjoint, before.map2), maps);
    return {
      loss,
      numCorrect,
      gradients: {
        'conv1.weight': kernelGradient(input, first),
        'conv1.bias': biasGradient(first),
        'conv2.weight': kernelGradient(maps.map1, before.map2),
        'conv2.bias': biasGradient(before.map2),
        'dense1.weight': weightGradient(flatten(maps.map2), before.features),
        'dense1.bias': biasGradient(before.features),
        'dense2.weight': weightGradient(features, gradient),
        'dense2.bias': biasGradient(gradient),
      },
    };
  });
}

/** x [n, h, w, in], dy [n, h, w, out] of a 3×3 `same` convolution → [3, 3, in, out]. */
function kernelGradient(x: Tensor4D, dy: Tensor4D): Float32Array {
  const attributes = {
    strides: [1, 1],
    pad: 'same',
    dataFormat: 'NHWC',
    filterShape: [3, 3, x.shape[3], dy.shape[3]],
  };
  const gradient: Tensor = engine().runKernel(Conv2DBackpropFilter, { x, dy }, attributes);
  return view(gradient).slice();
}

const weightGradient = (x: Tensor2D, dy: Tensor2D): Float32Array => view(matMul(x, dy, true, false)).slice();

/** The sum over all but the last axis. */
function biasGradient(dy: Tensor): Float32Array {
  const values = view(dy);
  const sums = new Float64Array(dy.shape[dy.rank - 1]);
  for (let i = 0; i < values.length; i += sums.length) {
    for (let j = 0; j < sums.length; j++) sums[j] += values[i + j];
  }
  return Float32Array.from(sums);
}
