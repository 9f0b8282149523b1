/**
 * How many multiply-adds a network takes for one image: one for each product of its linear maps as the code forms them, those with the
 * padding of a convolution among them. Not counted, because they are few beside these: biases, activations, batch normalization, losses
 * and the optimizer's own arithmetic.
 */
import type { ClassifierConfig, ClassifierParameterName } from './classifier/parameters.ts';
import { classifierShapes, numPositionsOf } from './classifier/parameters.ts';
import { generatorShapes, numChannels, viewSizeOf, type GeneratorConfig } from './generator/generator.ts';
import { kernelSide, mapLength, type TrainableSpec } from './layers/layer.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]): number => values.reduce((total, value) => total * value, 1);

function layerForward(spec: TrainableSpec): number {
  switch (spec.kind) {
    case 'dense':
      return spec.inputs * spec.outputs;
    // Both go over the patches of the larger map, one for each place of the smaller one.
    case 'convolution':
      return kernelSide ** 2 * spec.input.channels * mapLength(spec.output);
    case 'transposed-convolution':
      return kernelSide ** 2 * spec.output.channels * mapLength(spec.input);
    case 'batch-norm':
      return 0;
  }
}

export const layersForward = (specs: readonly TrainableSpec[]): number => sum(specs.map(layerForward));

/**
 * Forward, and backward once by the weights and once by what went into each layer; a network that passes no gradient on leaves out the last
 * of these in its first layer.
 */
export const layersTraining = (
  specs: readonly TrainableSpec[],
  { passesGradientOn }: { readonly passesGradientOn: boolean },
): number => 3 * layersForward(specs) - (passesGradientOn ? 0 : layerForward(specs[0]));

/** GLO's generator, whose convolutions are 3×3 with four phases (blocks/sub-pixel.ts). In training three times as much: codes learn, too. */
export function generatorForward(config: GeneratorConfig): number {
  const shapes = generatorShapes(config);
  const { height, width } = viewSizeOf(config);
  const positions = (height + 2) * (width + 2);
  const phases = 3 * 3 * numChannels * 4;
  const dense = sum(
    (['dense1', 'dense2', 'dense3'] as const).map((name) => product(shapes[`${name}.weight`])),
  );
  return dense + positions * phases * numChannels + 4 * positions * phases * config.imageChannels;
}

export interface ClassifierForward {
  /** Both convolutions, which are all that style is read from. */
  readonly maps: number;
  readonly all: number;
}

/** Once more is a gradient by the image, and twice more, but for the first layer, what training takes. */
export function classifierForward(config: ClassifierConfig): ClassifierForward & { readonly first: number } {
  const shapes = classifierShapes(config);
  const positions = numPositionsOf(config);
  const weight = (name: ClassifierParameterName): number => product(shapes[name]);
  const first = 4 * positions * weight('conv1.weight');
  const maps = first + positions * weight('conv2.weight');
  return { first, maps, all: maps + weight('dense1.weight') + weight('dense2.weight') };
}
