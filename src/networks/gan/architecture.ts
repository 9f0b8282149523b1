/**
 * The two networks of a generative adversarial network (Goodfellow et al., 2014), as lists of layers: a generator from a code to an image,
 * and a discriminator from an image to one number, its score, which is a logit or, of a critic, free. They mirror each other. No arithmetic
 * here.
 */
import { requireSides, type ImageShape } from '../blocks/image-shape.ts';
import { mapLength, type LayerSpec, type MapSize, type TrainableSpec } from '../layers/layer.ts';

export interface GanConfig extends ImageShape {
  readonly codeDim: number;
  /** Of the discriminator's maps; the generator has the same in reverse. */
  readonly channels: readonly number[];
  /** Whether the discriminator normalizes its maps by batch, but for the first. */
  readonly discriminatorNormalizes: boolean;
}

export interface GanArchitecture {
  readonly generator: readonly TrainableSpec[];
  readonly discriminator: readonly TrainableSpec[];
}

/** @throws RangeError when images have sides that cannot be halved once for each of `channels`. */
export function ganArchitectureOf(config: GanConfig): GanArchitecture {
  const { imageHeight, imageWidth, imageChannels, channels } = config;
  const factor = 2 ** channels.length;
  requireSides(config, factor, factor);
  const maps = [imageChannels, ...channels].map((numChannels, level): MapSize => ({
    height: imageHeight / 2 ** level,
    width: imageWidth / 2 ** level,
    channels: numChannels,
  }));
  return { generator: generatorOf(config, maps), discriminator: discriminatorOf(config, maps) };
}

const normalized = (
  layer: LayerSpec,
  name: string,
  size: MapSize,
  activation: TrainableSpec['activation'],
): readonly TrainableSpec[] => [
  { ...layer, activation: 'linear' },
  { kind: 'batch-norm', name, size, activation },
];

function generatorOf({ codeDim }: GanConfig, maps: readonly MapSize[]): readonly TrainableSpec[] {
  const innermost = maps[maps.length - 1];
  const outwards = [...maps].reverse();
  const dense: LayerSpec = {
    kind: 'dense',
    name: 'generator.dense',
    inputs: codeDim,
    outputs: mapLength(innermost),
    activation: 'relu',
  };
  return [
    ...normalized(dense, 'generator.batchNorm1', innermost, 'relu'),
    ...outwards.slice(1).flatMap((output, i): readonly TrainableSpec[] => {
      const isLast = i === outwards.length - 2;
      const layer: LayerSpec = {
        kind: 'transposed-convolution',
        name: isLast ? 'generator.output' : `generator.convT${i + 1}`,
        input: outwards[i],
        output,
        activation: 'sigmoid',
      };
      return isLast ? [layer] : normalized(layer, `generator.batchNorm${i + 2}`, output, 'relu');
    }),
  ];
}

function discriminatorOf(
  { discriminatorNormalizes }: GanConfig,
  maps: readonly MapSize[],
): readonly TrainableSpec[] {
  return [
    ...maps.slice(1).flatMap((output, i): readonly TrainableSpec[] => {
      const layer: LayerSpec = {
        kind: 'convolution',
        name: `discriminator.conv${i + 1}`,
        input: maps[i],
        output,
        activation: 'leaky-relu',
      };
      return discriminatorNormalizes && i > 0
        ? normalized(layer, `discriminator.batchNorm${i + 1}`, output, 'leaky-relu')
        : [layer];
    }),
    {
      kind: 'dense',
      name: 'discriminator.output',
      inputs: mapLength(maps[maps.length - 1]),
      outputs: 1,
      activation: 'linear',
    },
  ];
}
