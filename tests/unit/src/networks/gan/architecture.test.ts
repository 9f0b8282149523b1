import { describe, expect, it } from 'vitest';
import { ganArchitectureOf } from '../../../../../src/networks/gan/architecture.ts';
import { foldedLayers } from '../../../../../src/networks/layers/fold.ts';
import { outputLength, type TrainableSpec } from '../../../../../src/networks/layers/layer.ts';
import { countParameters } from '../../../../../src/networks/layers/parameters.ts';
import { digitShape } from '../../../../support/digit-shape.ts';

const config = { ...digitShape, codeDim: 16, channels: [16, 32], discriminatorNormalizes: false };
const shown = (specs: readonly TrainableSpec[]) =>
  specs.map((spec) => `${spec.name} ${outputLength(spec)} ${spec.activation}`);

describe('a generator and its discriminator', () => {
  const { generator, discriminator } = ganArchitectureOf(config);

  it('are the reference networks, layer by layer', () => {
    expect(shown(generator)).toEqual([
      'generator.dense 1568 linear',
      'generator.batchNorm1 1568 relu',
      'generator.convT1 3136 linear',
      'generator.batchNorm2 3136 relu',
      'generator.output 784 sigmoid',
    ]);
    expect(shown(discriminator)).toEqual([
      'discriminator.conv1 3136 leaky-relu',
      'discriminator.conv2 1568 leaky-relu',
      'discriminator.output 1 linear',
    ]);
    expect(countParameters(generator)).toBe(35_217);
    expect(countParameters(discriminator)).toBe(10_065);
  });

  it('need no batch normalization to draw', () => {
    expect(shown(foldedLayers(generator))).toEqual([
      'generator.dense 1568 relu',
      'generator.convT1 3136 relu',
      'generator.output 784 sigmoid',
    ]);
  });

  it('may normalize what the discriminator sees, but for its first map', () => {
    const { discriminator: normalizing } = ganArchitectureOf({ ...config, discriminatorNormalizes: true });
    expect(shown(normalizing)).toEqual([
      'discriminator.conv1 3136 leaky-relu',
      'discriminator.conv2 1568 linear',
      'discriminator.batchNorm2 1568 leaky-relu',
      'discriminator.output 1 linear',
    ]);
  });

  it('take images of other shapes, and refuse sides that cannot be halved', () => {
    const colored = { ...config, imageHeight: 8, imageWidth: 16, imageChannels: 3, channels: [4, 8, 8] };
    const last = ganArchitectureOf(colored).generator.at(-1);
    expect(last && outputLength(last)).toBe(8 * 16 * 3);
    expect(() => ganArchitectureOf({ ...config, channels: [4, 8, 8] })).toThrow(
      'This network takes images whose sides are multiples of 8',
    );
  });
});
