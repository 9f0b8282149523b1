/**
 * A small convolutional digit classifier, parameters in, a function from intensity to probabilities and features out. Trained on real
 * images it is the *evaluation classifier*, which reads what the generator draws. Differentiable in its input it is the auxiliary classifier (auxiliary-classifier.ts).
 */
import { featureMaps, gatherPixels, inputTensor, readOut, classifierTensors, softmaxRow } from './pass.ts';
import { numDigits, type ClassifierConfig, type ClassifierParameters } from './parameters.ts';
import { numPixels } from '../generator/generator.ts';
import { scoped, view } from '../blocks/heap.ts';

export {
  classifierParameterNames,
  classifierShapes,
  countClassifierParameters,
  initializeClassifier,
  numDigits,
  type ClassifierConfig,
  type ClassifierParameterName,
  type ClassifierParameters,
} from './parameters.ts';

export interface Classification {
  /** Of each digit, [n × 10], row-major. */
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** The last hidden layer after ReLU, [n × numFeatures], row-major. */
  readonly features: Float32Array<ArrayBuffer>;
}

export interface Classifier {
  readonly config: ClassifierConfig;
  /** `images`: intensity in [0, 1], [n × 784], row-major. An image's answer does not depend on the others. */
  classify(images: Float32Array): Classification;
  dispose(): void;
}

/** Images in one pass: bounds the memory, which tfjs's wasm heap never gives back. */
const passSize = 250;

/** Puts the parameters on the backend; `dispose` frees them. */
export function buildClassifier(config: ClassifierConfig, parameters: ClassifierParameters): Classifier {
  const weights = classifierTensors(config, parameters);
  return {
    config,
    classify(images) {
      const count = requireImages(images);
      const probabilities = new Float32Array(count * numDigits);
      const features = new Float32Array(count * config.numFeatures);
      for (let start = 0; start < count; start += passSize) {
        scoped(() => {
          const pass = images.subarray(start * numPixels, (start + passSize) * numPixels);
          const out = readOut(weights, featureMaps(weights, inputTensor(gatherPixels(pass))));
          features.set(view(out.features), start * config.numFeatures);
          probabilities.set(view(out.logits), start * numDigits);
        });
      }
      for (let row = 0; row < count; row++) softmaxRow(probabilities, row * numDigits);
      return { probabilities, features };
    },
    dispose() {
      for (const held of Object.values(weights)) held.dispose();
    },
  };
}

/** The most probable digit of each row, [n]. */
export function predictClasses({
  probabilities,
}: Pick<Classification, 'probabilities'>): Uint8Array<ArrayBuffer> {
  const digits = new Uint8Array(probabilities.length / numDigits);
  for (let row = 0; row < digits.length; row++) {
    for (let digit = 1; digit < numDigits; digit++) {
      const best = probabilities[row * numDigits + digits[row]];
      if (probabilities[row * numDigits + digit] > best) digits[row] = digit;
    }
  }
  return digits;
}

/** How many images an array holds. @throws Error when it is not a whole number of them. */
export function requireImages(images: Float32Array): number {
  const count = images.length / numPixels;
  if (Number.isInteger(count)) return count;
  throw new Error(`Expected images of ${numPixels} numbers each, got an array of ${images.length}.`);
}
