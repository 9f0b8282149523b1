/**
 * What goes on inside the generator for one pair of codes, in eval mode: the numbers of every layer, and how one of them came about, as a
 * sum that a reader can check. The layers come from the pass that draws (eval-forward.ts); the sum is written out from the weights
 * themselves.
 */
import { conv2d, tensor4d } from '@tensorflow/tfjs-core';
import { batchNormEpsilon } from '../blocks/batch-norm.ts';
import { scoped, view } from '../blocks/heap.ts';
import { intensityOfLogits } from '../blocks/pixel-phases.ts';
import type { CodeBatch } from './codes.ts';
import { buildEvalForward, joinCodes } from './eval-forward.ts';
import { numChannels, viewSizeOf, type GeneratorConfig, type GeneratorParameters } from './generator.ts';
import { layerNames, type LayerName } from './layer-names.ts';

/** One number of a layer; maps are [y, x, channel], row-major. */
export interface Unit {
  readonly layer: LayerName;
  readonly index: number;
}

/** value = activation(Σ inputs × weights + bias). */
export interface UnitSum {
  /** Places of the inputs in the layer before; for `dense1` in class code and content code, one after the other. */
  readonly from: Uint32Array<ArrayBuffer>;
  readonly inputs: Float32Array<ArrayBuffer>;
  /** What each input is multiplied by: the weights that meet it added up, batch normalization multiplied in. */
  readonly weights: Float32Array<ArrayBuffer>;
  readonly bias: number;
  readonly activation: 'relu' | 'sigmoid';
  readonly value: number;
}

export interface Activations {
  /** In the order of `layerNames`: 84, 120, 400, 14×14×16 and 28×28×imageChannels numbers, for images of 28×28. */
  readonly layers: readonly Float32Array<ArrayBuffer>[];
  readonly sum: UnitSum;
}

export interface Observer {
  /** Of one pair of codes. @throws Error when there are more, RangeError when the layer has no such unit. */
  observe(codes: CodeBatch, unit: Unit): Activations;
  dispose(): void;
}

/** Puts the folded parameters on the backend; `dispose` frees them. */
export function buildObserver(config: GeneratorConfig, parameters: GeneratorParameters): Observer {
  const forward = buildEvalForward(config, parameters);
  const filter = tensor4d(forward.folded.filter2, [3, 3, numChannels, 4 * config.imageChannels]);
  const bias = parameters['convT2.bias'];
  return {
    observe(codes, unit) {
      if (codes.count !== 1) {
        throw new Error(
          `Layers are those of one image, and ${codes.count} pairs of codes came. Ask one by one.`,
        );
      }
      return scoped(() => {
        const input = joinCodes(config, codes).dataSync<'float32'>().slice();
        const { hidden, pixels } = forward.run(codes);
        const logits = view(conv2d(pixels, filter, 1, 'same'));
        const layers = [...hidden, pixels].map((tensor) => Float32Array.from(view(tensor)));
        layers.push(intensityOfLogits(config, logits, bias));
        return { layers, sum: sumOfUnit({ config, parameters, layers: [input, ...layers], unit }) };
      });
    },
    dispose() {
      forward.dispose();
      filter.dispose();
    },
  };
}

interface SumOptions {
  readonly config: GeneratorConfig;
  readonly parameters: GeneratorParameters;
  /** The generator's input, and the numbers of all layers after it. */
  readonly layers: readonly Float32Array[];
  readonly unit: Unit;
}

/** @throws RangeError when the layer has no such unit. */
export function sumOfUnit({ config, parameters, layers, unit: { layer, index } }: SumOptions): UnitSum {
  const at = layerNames.indexOf(layer);
  const [before, own] = [layers[at], layers[at + 1]];
  if (!(index >= 0 && index < own.length)) {
    throw new RangeError(`Layer ${layer} has the numbers 0 to ${own.length - 1}, and none at ${index}.`);
  }
  const { height, width } = viewSizeOf(config);
  const parts = (
    layer === 'convT1'
      ? () =>
          convolution({ side: { height, width }, outWidth: 2 * width + 4, numOut: numChannels, padding: 0 })
      : layer === 'convT2'
        ? () =>
            convolution({
              side: { height: 2 * height + 4, width: 2 * width + 4 },
              outWidth: config.imageWidth,
              numOut: config.imageChannels,
              padding: 2,
            })
        : dense
  )();
  const activation = layer === 'convT2' ? 'sigmoid' : 'relu';
  const { from, weights, bias } = parts;
  const inputs = Float32Array.from(from, (place) => before[place]);
  const total = inputs.reduce((sum, input, i) => sum + input * weights[i], bias);
  const value = activation === 'relu' ? Math.max(total, 0) : 1 / (1 + Math.exp(-total));
  return { from, inputs, weights, bias, activation, value };

  function dense(): SumParts {
    const table = parameters[`${layer}.weight`];
    return {
      from: Uint32Array.from(before, (_, i) => i),
      weights: Float32Array.from(before, (_, i) => table[i * own.length + index]),
      bias: parameters[`${layer}.bias`][index],
    };
  }

  /** Doubled input under the kernel [5, 5, in, out]; an input pixel meets up to nine of its weights. */
  function convolution({ side, outWidth, numOut, padding }: ConvolutionPlace): SumParts {
    const channel = index % numOut;
    const x = Math.floor(index / numOut) % outWidth;
    const y = Math.floor(index / numOut / outWidth);
    const kernel = parameters[`${layer}.weight`];
    const { scale, shift } = layer === 'convT1' ? normalization(parameters, channel) : { scale: 1, shift: 0 };
    const met = new Map<number, number>();
    for (let ky = 0; ky < kernelSide; ky++) {
      for (let kx = 0; kx < kernelSide; kx++) {
        const [row, column] = [(y + padding - ky) >> 1, (x + padding - kx) >> 1];
        if (row < 0 || row >= side.height || column < 0 || column >= side.width) continue;
        for (let i = 0; i < numChannels; i++) {
          const place = (row * side.width + column) * numChannels + i;
          const weight = scale * kernel[((ky * kernelSide + kx) * numChannels + i) * numOut + channel];
          met.set(place, (met.get(place) ?? 0) + weight);
        }
      }
    }
    return {
      from: Uint32Array.from(met.keys()),
      weights: Float32Array.from(met.values()),
      bias: parameters[`${layer}.bias`][channel] * scale + shift,
    };
  }
}

type SumParts = Pick<UnitSum, 'from' | 'weights' | 'bias'>;

interface ConvolutionPlace {
  /** Of the input, before it is doubled. */
  readonly side: { readonly height: number; readonly width: number };
  readonly outWidth: number;
  readonly numOut: number;
  readonly padding: number;
}

const kernelSide = 5;

/** Batch normalization with its running statistics: x → scale · x + shift. */
function normalization(parameters: GeneratorParameters, channel: number): { scale: number; shift: number } {
  const deviation = Math.sqrt(parameters['batchNorm.runningVar'][channel] + batchNormEpsilon);
  const scale = parameters['batchNorm.gamma'][channel] / deviation;
  return {
    scale,
    shift: parameters['batchNorm.beta'][channel] - parameters['batchNorm.runningMean'][channel] * scale,
  };
}
