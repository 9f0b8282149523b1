/**
 * A small convolutional digit classifier, parameters in, a function from intensity to probabilities and features out. Trained on real
 * images it is the *evaluation classifier*, which reads what the generator draws. Differentiable in its input it is the auxiliary classifier (auxiliary-classifier.ts).
 */
import { featureMaps, imagePasses, inputTensor, readOut, classifierTensors, softmaxRow } from './pass.ts';
import type { ClassifierConfig, ClassifierParameters } from './parameters.ts';
import { scoped, view } from '../blocks/heap.ts';
import { toPhases } from '../blocks/pixel-phases.ts';
import { imageLength, type ImageShape } from '../blocks/image-shape.ts';

export {
  classifierParameterNames,
  classifierShapes,
  countClassifierParameters,
  initializeClassifier,
  type ClassifierConfig,
  type ClassifierParameterName,
  type ClassifierParameters,
  type ClassifierWidths,
} from './parameters.ts';

export interface Classification {
  readonly numClasses: number;
  /** Of each class, [n × numClasses], row-major. */
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** The last hidden layer after ReLU, [n × numFeatures], row-major. */
  readonly features: Float32Array<ArrayBuffer>;
}

export interface Classifier {
  readonly config: ClassifierConfig;
  /** `images`: intensity in [0, 1], [n × numbers of an image], row-major. An image's answer does not depend on the others. */
  classify(images: Float32Array): Classification;
  dispose(): void;
}

/** Puts the parameters on the backend; `dispose` frees them. */
export function buildClassifier(config: ClassifierConfig, parameters: ClassifierParameters): Classifier {
  const weights = classifierTensors(config, parameters);
  return {
    config,
    classify(images) {
      const { numClasses } = config;
      const count = requireImages(config, images);
      const probabilities = new Float32Array(count * numClasses);
      const features = new Float32Array(count * config.numFeatures);
      for (const { first, pass } of imagePasses(images, imageLength(config))) {
        scoped(() => {
          const out = readOut(weights, featureMaps(weights, inputTensor(config, toPhases(config, pass))));
          features.set(view(out.features), first * config.numFeatures);
          probabilities.set(view(out.logits), first * numClasses);
        });
      }
      for (let row = 0; row < count; row++) softmaxRow(probabilities, row * numClasses, numClasses);
      return { numClasses, probabilities, features };
    },
    dispose() {
      for (const held of Object.values(weights)) held.dispose();
    },
  };
}

/** The most probable class of each row, [n]. */
export function predictClasses({
  numClasses,
  probabilities,
}: Pick<Classification, 'numClasses' | 'probabilities'>): Uint8Array<ArrayBuffer> {
  const predicted = new Uint8Array(probabilities.length / numClasses);
  for (let row = 0; row < predicted.length; row++) {
    for (let label = 1; label < numClasses; label++) {
      const best = probabilities[row * numClasses + predicted[row]];
      if (probabilities[row * numClasses + label] > best) predicted[row] = label;
    }
  }
  return predicted;
}

/** How many images an array holds. @throws Error when it is not a whole number of them. */
export function requireImages(shape: ImageShape, images: Float32Array): number {
  const count = images.length / imageLength(shape);
  if (Number.isInteger(count)) return count;
  throw new Error(`Expected images of ${imageLength(shape)} numbers each, got an array of ${images.length}.`);
}
