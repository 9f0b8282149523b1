/**
 * A frozen classifier as a loss: how far pictures are from being read as given digits, how far they are from other pictures
 * in what its convolutions see, and how far from a given style. Gradients flow to the pictures only. It must not be the evaluation
 * classifier that measures the result.
 */
import { zeros, type Rank } from '@tensorflow/tfjs-core';
import { requireImages } from './classifier.ts';
import type { ClassifierConfig, ClassifierParameters } from './parameters.ts';
import {
  adjointTensors,
  classifierTensors,
  crossEntropyLoss,
  featureMaps,
  imagePasses,
  type FeatureMaps,
  inputTensor,
  maskRelu,
  readOut,
  throughConv1,
  throughConv2,
  throughMap1,
  throughReadout,
} from './pass.ts';
import { addGramGradient, gramLength, setGram } from './gram.ts';
import { scoped, view } from '../blocks/heap.ts';
import { imageLength } from '../blocks/image-shape.ts';
import { toPhases } from '../blocks/pixel-phases.ts';

export interface InputLoss {
  readonly loss: number;
  /** d loss / d images, [n × numbers of an image], row-major. */
  readonly gradient: Float32Array<ArrayBuffer>;
}

/** Images are intensity in [0, 1], [n × numbers of an image], row-major. */
export interface AuxiliaryClassifier {
  /** Mean over the images of −log probability of their label. */
  crossEntropy(images: Float32Array, labels: ArrayLike<number>): InputLoss;
  /**
   * Mean absolute difference of the ReLU maps of both convolutions, each map's divided by its mean over the targets so that
   * both weigh alike; times the targets' mean intensity, so that the value compares with a mean absolute error of pixels.
   */
  featureDistance(images: Float32Array, targets: Float32Array): InputLoss;
  /** Numbers that say one picture's style. */
  readonly styleLength: number;
  /** The Gram matrices of the ReLU maps of both convolutions (gram.ts), [n × styleLength], the first map's first. */
  styleStatistics(images: Float32Array): Float64Array<ArrayBuffer>;
  /** Mean over images and numbers of the Huber loss (bend at 1) of (the images' style − `style`) / `spread`, both [n × styleLength]. */
  styleDistance(images: Float32Array, style: Float64Array, spread: Float64Array): InputLoss;
  dispose(): void;
}

/** Puts the parameters on the backend; `dispose` frees them. */
export function buildAuxiliaryClassifier(
  config: ClassifierConfig,
  parameters: ClassifierParameters,
): AuxiliaryClassifier {
  const weights = classifierTensors(config, parameters);
  const adjoint = adjointTensors(config, parameters);
  const { channels1, channels2 } = config;
  const [length1, length2] = [gramLength(channels1), gramLength(channels2)];
  const styleLength = length1 + length2;
  const styleOf = (maps: FeatureMaps, count: number): Float64Array<ArrayBuffer> => {
    const style = new Float64Array(count * styleLength);
    for (let i = 0; i < count; i++) {
      const at = i * styleLength;
      setGram(style.subarray(at, at + length1), rowOf(view(maps.map1), i, count), channels1);
      setGram(style.subarray(at + length1, at + styleLength), rowOf(view(maps.map2), i, count), channels2);
    }
    return style;
  };

  return {
    crossEntropy(images, labels) {
      const count = requireImages(config, images);
      if (labels.length !== count) {
        throw new Error(`Expected one label for each of ${count} images, got ${labels.length}.`);
      }
      return scoped(() => {
        const maps = featureMaps(weights, inputTensor(config, toPhases(config, images)));
        const { features, logits } = readOut(weights, maps);
        const { loss, gradient } = crossEntropyLoss(logits, labels);
        const { map2 } = throughReadout(adjoint, { features, map2: maps.map2 }, gradient);
        const first = throughMap1(throughConv2(adjoint, map2), maps);
        return { loss, gradient: throughConv1(config, adjoint, first) };
      });
    },

    featureDistance(images, targets) {
      const count = requireImages(config, images);
      if (targets.length !== images.length) {
        throw new Error(
          `Expected as many targets as images, ${count}, got ${requireImages(config, targets)}.`,
        );
      }
      return scoped(() => {
        const both = new Float32Array(2 * images.length);
        both.set(images);
        both.set(targets, images.length);
        const maps = featureMaps(weights, inputTensor(config, toPhases(config, both)));
        const share = mean(targets) / 2; // half for each map

        const [, height, width, channels] = maps.map2.shape;
        const gradient2 = zeros<Rank.R4>([count, height, width, channels]);
        const loss2 = addMapDistance(view(maps.map2), view(gradient2), share);
        maskRelu(view(gradient2), view(maps.map2));
        const gradient1 = throughConv2(adjoint, gradient2);
        const loss1 = addMapDistance(view(maps.map1), view(gradient1), share);
        const first = throughMap1(gradient1, maps);
        return { loss: loss1 + loss2, gradient: throughConv1(config, adjoint, first) };
      });
    },

    styleLength,

    styleStatistics(images) {
      const count = requireImages(config, images);
      const length = imageLength(config);
      const style = new Float64Array(count * styleLength);
      for (const { first, pass } of imagePasses(images, length)) {
        scoped(() => {
          const maps = featureMaps(weights, inputTensor(config, toPhases(config, pass)));
          style.set(styleOf(maps, pass.length / length), first * styleLength);
        });
      }
      return style;
    },

    styleDistance(images, style, spread) {
      const count = requireImages(config, images);
      if (style.length !== count * styleLength || spread.length !== style.length) {
        throw new Error(
          `Expected ${count} × ${styleLength} numbers of style and as many spreads, got ${style.length} and ${spread.length}.`,
        );
      }
      return scoped(() => {
        const maps = featureMaps(weights, inputTensor(config, toPhases(config, images)));
        const { loss, gradient } = huber(styleOf(maps, count), style, spread);
        const [, height, width, channels] = maps.map2.shape;
        const gradient2 = zeros<Rank.R4>([count, height, width, channels]);
        const addGradient = (to: Float32Array, map: Float32Array, start: number, numChannels: number) => {
          for (let i = 0; i < count; i++) {
            const from = i * styleLength + start;
            const own = gradient.subarray(from, from + gramLength(numChannels));
            addGramGradient(rowOf(to, i, count), rowOf(map, i, count), own, numChannels);
          }
        };
        addGradient(view(gradient2), view(maps.map2), length1, channels2);
        maskRelu(view(gradient2), view(maps.map2));
        const gradient1 = throughConv2(adjoint, gradient2);
        addGradient(view(gradient1), view(maps.map1), 0, channels1);
        return { loss, gradient: throughConv1(config, adjoint, throughMap1(gradient1, maps)) };
      });
    },

    dispose() {
      for (const held of [...Object.values(weights), ...Object.values(adjoint)]) held.dispose();
    },
  };
}

/**
 * `map`: activations of the images, then of their targets. Returns weight × mean |image − target| / mean target, and adds its
 * gradient by the images' activations; where both are equal that is 0. A map that no target excites counts nothing.
 */
function addMapDistance(map: Float32Array, gradient: Float32Array, weight: number): number {
  const count = gradient.length;
  const scale = weight / (count * mean(map.subarray(count)));
  if (!Number.isFinite(scale)) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const difference = map[i] - map[count + i];
    sum += Math.abs(difference);
    gradient[i] += scale * Math.sign(difference);
  }
  return scale * sum;
}

/** Of `count` rows of one length, the one of image `i`. */
const rowOf = (values: Float32Array, i: number, count: number): Float32Array => {
  const length = values.length / count;
  return values.subarray(i * length, (i + 1) * length);
};

/** The mean Huber loss of (values − targets) / spread, ½e² up to 1 and |e| − ½ beyond, and its gradient by the values. */
function huber(values: Float64Array, targets: Float64Array, spread: Float64Array) {
  const gradient = new Float64Array(values.length);
  let loss = 0;
  for (let i = 0; i < values.length; i++) {
    const error = (values[i] - targets[i]) / spread[i];
    const size = Math.abs(error);
    loss += (size < 1 ? 0.5 * size * size : size - 0.5) / values.length;
    gradient[i] = Math.max(-1, Math.min(1, error)) / (spread[i] * values.length);
  }
  return { loss, gradient };
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
