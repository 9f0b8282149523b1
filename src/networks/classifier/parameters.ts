/**
 * What a digit classifier is made of: sizes, names, shapes and start of its parameters. Two convolutions, each over pixels
 * gathered two by two, then two dense layers: 28×28 intensity → 14×14 → 7×7 → features → 10 logits, or what the images and classes of
 * its config need (sizes in comments are those). No tfjs here.
 */
import type { Random } from '../../numerics/random.ts';
import { requireSides, type ImageShape } from '../blocks/image-shape.ts';

/** What a recipe chooses; classes and images are those of its data. */
export interface ClassifierWidths {
  readonly channels1: number;
  readonly channels2: number;
  /** Width of the layer before the logits: what Fréchet distances are measured on. */
  readonly numFeatures: number;
}

/** The images' sides are multiples of 4. */
export interface ClassifierConfig extends ClassifierWidths, ImageShape {
  readonly numClasses: number;
}

/** Positions in the second feature map: 7 × 7 of 28 × 28. @throws RangeError when an image has no such sides. */
export function numPositionsOf(shape: ImageShape): number {
  requireSides(shape, 4, 4);
  return (shape.imageHeight / 4) * (shape.imageWidth / 4);
}

/** All trainable, in the order in which they are used. */
export const classifierParameterNames = [
  'conv1.weight',
  'conv1.bias',
  'conv2.weight',
  'conv2.bias',
  'dense1.weight',
  'dense1.bias',
  'dense2.weight',
  'dense2.bias',
] as const;

export type ClassifierParameterName = (typeof classifierParameterNames)[number];
/** Values of all parameters, row-major. */
export type ClassifierParameters = Readonly<Record<ClassifierParameterName, Float32Array>>;

/** Kernels are [ky, kx, 4 × in, out] with inputs in (phaseY, phaseX, channel) order, dense weights [in, out]. */
export function classifierShapes(
  config: ClassifierConfig,
): Readonly<Record<ClassifierParameterName, readonly number[]>> {
  const { channels1, channels2, numFeatures, numClasses, imageChannels } = config;
  return {
    'conv1.weight': [3, 3, 4 * imageChannels, channels1],
    'conv1.bias': [channels1],
    'conv2.weight': [3, 3, 4 * channels1, channels2],
    'conv2.bias': [channels2],
    'dense1.weight': [numPositionsOf(config) * channels2, numFeatures], // rows in (y, x, channel) order
    'dense1.bias': [numFeatures],
    'dense2.weight': [numFeatures, numClasses],
    'dense2.bias': [numClasses],
  };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, dim) => product * dim, 1);

export const countClassifierParameters = (config: ClassifierConfig): number =>
  Object.values(classifierShapes(config)).reduce((total, shape) => total + sizeOf(shape), 0);

/** Weights N(0, 2 / fanIn) (He et al., 2015, for ReLU), biases 0. */
export function initializeClassifier(config: ClassifierConfig, random: Random): ClassifierParameters {
  const shapes = classifierShapes(config);
  return byClassifierName((name) => {
    const shape = shapes[name];
    const values = new Float32Array(sizeOf(shape));
    if (name.endsWith('.bias')) return values;
    const std = Math.sqrt(2 / sizeOf(shape.slice(0, -1)));
    const stream = random.fork(name);
    return values.map(() => std * stream.normal());
  });
}

export const byClassifierName = <T>(
  make: (name: ClassifierParameterName) => T,
): Record<ClassifierParameterName, T> =>
  Object.fromEntries(classifierParameterNames.map((name) => [name, make(name)])) as Record<
    ClassifierParameterName,
    T
  >;
