/**
 * The digit classifier written out as its description reads: plain loops over float64, 6×6 convolutions of stride 2 with
 * padding 2. Slow and independent: no tfjs, no gathered pixels. Takes parameters in float64 for finite differences.
 */
import { byClassifierName, type ClassifierParameterName } from '../../src/networks/classifier/parameters.ts';
import type { ClassifierConfig, ClassifierParameters } from '../../src/networks/classifier/classifier.ts';
import { imageLength, type ImageShape } from '../../src/networks/blocks/image-shape.ts';
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

/** One image. */
export function naiveClassify(
  { imageHeight, imageWidth }: ImageShape,
  parameters: NaiveParameters,
  image: ArrayLike<number>,
): NaiveReading {
  const size = { height: imageHeight, width: imageWidth };
  const half = { height: imageHeight / 2, width: imageWidth / 2 };
  const map1 = stride2(Float64Array.from(image), size, parameters['conv1.weight'], parameters['conv1.bias']);
  const map2 = stride2(map1, half, parameters['conv2.weight'], parameters['conv2.bias']);
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

/** Mean over the images of −log probability of their labels. */
export const naiveCrossEntropy = (
  shape: ImageShape,
  parameters: NaiveParameters,
  images: ArrayLike<number>,
  labels: readonly number[],
): number =>
  labels.reduce((sum, label, i) => {
    const length = imageLength(shape);
    const image = Float64Array.from(images).subarray(i * length, (i + 1) * length);
    return sum - Math.log(naiveProbabilities(naiveClassify(shape, parameters, image))[label]) / labels.length;
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

/** [height, width, in] → relu of [height / 2, width / 2, out]; row r of the 6×6 kernel is tap r >> 1, phase r & 1 of ours. */
function stride2(
  input: Float64Array,
  { height, width }: { readonly height: number; readonly width: number },
  kernel: Float64Array,
  bias: Float64Array,
): Float64Array {
  const [numIn, numOut] = [input.length / height / width, bias.length];
  const output = new Float64Array((height / 2) * (width / 2) * numOut);
  for (let y = 0; y < height / 2; y++) {
    for (let x = 0; x < width / 2; x++) {
      for (let o = 0; o < numOut; o++) {
        let sum = bias[o];
        for (let ky = 0; ky < 6; ky++) {
          for (let kx = 0; kx < 6; kx++) {
            const [row, column] = [2 * y + ky - 2, 2 * x + kx - 2];
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            const [tap, phase] = [(ky >> 1) * 3 + (kx >> 1), (ky & 1) * 2 + (kx & 1)];
            for (let i = 0; i < numIn; i++) {
              const weight = kernel[((tap * 4 + phase) * numIn + i) * numOut + o];
              sum += input[(row * width + column) * numIn + i] * weight;
            }
          }
        }
        output[(y * (width / 2) + x) * numOut + o] = relu(sum);
      }
    }
  }
  return output;
}

const dense = (input: Float64Array, weight: Float64Array, bias: Float64Array): Float64Array =>
  bias.map((b, column) => input.reduce((sum, x, row) => sum + x * weight[row * bias.length + column], b));
