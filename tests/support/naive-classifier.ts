/**
 * The digit classifier written out as its description reads: plain loops over float64, 6×6 convolutions of stride 2 with
 * padding 2. Slow and independent: no tfjs, no gathered pixels. Takes parameters in float64 for finite differences.
 */
import { byClassifierName, type ClassifierParameterName } from '../../src/networks/classifier/parameters.ts';
import type { ClassifierConfig, ClassifierParameters } from '../../src/networks/classifier/classifier.ts';
import { normalArray, type Random } from '../../src/numerics/random.ts';
import { initializeClassifier } from '../../src/networks/classifier/classifier.ts';

export type NaiveParameters = Readonly<Record<ClassifierParameterName, Float64Array>>;

export interface NaiveReading {
  /** After ReLU, (y, x, channel). */
  readonly map1: Float64Array;
  readonly map2: Float64Array;
  readonly features: Float64Array;
  readonly logits: Float64Array;
}

/** One image, 784 numbers. */
export function naiveClassify(parameters: NaiveParameters, image: ArrayLike<number>): NaiveReading {
  const map1 = stride2(Float64Array.from(image), 28, parameters['conv1.weight'], parameters['conv1.bias']);
  const map2 = stride2(map1, 14, parameters['conv2.weight'], parameters['conv2.bias']);
  const features = dense(map2, parameters['dense1.weight'], parameters['dense1.bias']).map(relu);
  return {
    map1,
    map2,
    features,
    logits: dense(features, parameters['dense2.weight'], parameters['dense2.bias']),
  };
}

export function naiveProbabilities({ logits }: NaiveReading): Float64Array {
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  return logits.map((logit) => Math.exp(logit) / sum);
}

/** Mean over the images, [n × 784], of −log probability of their labels. */
export const naiveCrossEntropy = (
  parameters: NaiveParameters,
  images: ArrayLike<number>,
  labels: readonly number[],
): number =>
  labels.reduce((sum, label, i) => {
    const image = Float64Array.from(images).subarray(i * 784, (i + 1) * 784);
    return sum - Math.log(naiveProbabilities(naiveClassify(parameters, image))[label]) / labels.length;
  }, 0);

/** A classifier with random parameters, biases included. */
export function randomClassifier(config: ClassifierConfig, random: Random): ClassifierParameters {
  const initial = initializeClassifier(config, random.fork('weights'));
  return byClassifierName((name) =>
    name.endsWith('.bias') ? normalArray(random.fork(name), initial[name].length, 0.2) : initial[name],
  );
}

export const inFloat64 = (parameters: ClassifierParameters): NaiveParameters =>
  byClassifierName((name) => Float64Array.from(parameters[name]));

const relu = (value: number): number => Math.max(value, 0);

/** [size, size, in] → relu of [size / 2, size / 2, out]; row r of the 6×6 kernel is tap r >> 1, phase r & 1 of ours. */
function stride2(input: Float64Array, size: number, kernel: Float64Array, bias: Float64Array): Float64Array {
  const [numIn, numOut, half] = [input.length / size ** 2, bias.length, size / 2];
  const output = new Float64Array(half * half * numOut);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      for (let o = 0; o < numOut; o++) {
        let sum = bias[o];
        for (let ky = 0; ky < 6; ky++) {
          for (let kx = 0; kx < 6; kx++) {
            const [row, column] = [2 * y + ky - 2, 2 * x + kx - 2];
            if (row < 0 || row >= size || column < 0 || column >= size) continue;
            const [tap, phase] = [(ky >> 1) * 3 + (kx >> 1), (ky & 1) * 2 + (kx & 1)];
            for (let i = 0; i < numIn; i++) {
              const weight = kernel[((tap * 4 + phase) * numIn + i) * numOut + o];
              sum += input[(row * size + column) * numIn + i] * weight;
            }
          }
        }
        output[(y * half + x) * numOut + o] = relu(sum);
      }
    }
  }
  return output;
}

const dense = (input: Float64Array, weight: Float64Array, bias: Float64Array): Float64Array =>
  bias.map((b, column) => input.reduce((sum, x, row) => sum + x * weight[row * bias.length + column], b));
