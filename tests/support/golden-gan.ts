/** The exact steps of generative adversarial networks (tests/fixtures/README.md), rearranged from PyTorch's layouts into ours. */
import type { GanConfig } from '../../src/networks/gan/architecture.ts';
import { digitShape } from './digit-shape.ts';
import { openGolden, type GoldenFile } from './golden-file.ts';

type Values = Float32Array<ArrayBuffer>;

export const goldenConfig: GanConfig = {
  ...digitShape,
  codeDim: 8,
  channels: [4, 8],
  discriminatorNormalizes: false,
};

/** The innermost map is [channel, y, x] in a row in PyTorch, and [y, x, channel] here. */
const map = [8, 7, 7];

export interface GoldenGan {
  readonly file: GoldenFile;
  readonly values: (name: string) => Values;
  /** Of images and maps. */
  readonly channelsLast: (name: string) => Values;
  /** Parameters, gradients or whatever is like them, by our names; `prefix` is `param`, `grad`, `adam1` … */
  readonly generator: (prefix: string) => Record<string, Values>;
  readonly discriminator: (prefix: string) => Record<string, Values>;
}

export function openGoldenGan(fileName: string, discriminatorNormalizes = false): GoldenGan {
  const file = openGolden(`${fileName}.safetensors`);
  const values = (name: string) => file.tensor(name).values.slice();
  /** Of a convolution [out, in, kh, kw] and of a transposed one [in, out, kh, kw] alike. */
  const kernel = (from: string, to: string) => ({
    [`${to}.weight`]: file.transposed(`${from}.weight`, [2, 3, 1, 0]),
    [`${to}.bias`]: values(`${from}.bias`),
  });
  const batchNorm = (from: string, to: string) => ({
    [`${to}.weight`]: values(`${from}.gamma`),
    [`${to}.bias`]: values(`${from}.beta`),
  });
  return {
    file,
    values,
    channelsLast: (name) => file.transposed(name, [0, 2, 3, 1]),
    generator: (prefix) => ({
      'generator.dense.weight': file.transposed(`gen.${prefix}.dense.weight`, [3, 1, 2, 0], [...map, 8]),
      'generator.dense.bias': file.transposed(`gen.${prefix}.dense.bias`, [1, 2, 0], map),
      ...batchNorm(`gen.${prefix}.batchNorm1`, 'generator.batchNorm1'),
      ...kernel(`gen.${prefix}.convT1`, 'generator.convT1'),
      ...batchNorm(`gen.${prefix}.batchNorm2`, 'generator.batchNorm2'),
      ...kernel(`gen.${prefix}.convT2`, 'generator.output'),
    }),
    discriminator: (prefix) => ({
      ...kernel(`disc.${prefix}.conv1`, 'discriminator.conv1'),
      ...kernel(`disc.${prefix}.conv2`, 'discriminator.conv2'),
      ...(discriminatorNormalizes && batchNorm(`disc.${prefix}.batchNorm`, 'discriminator.batchNorm2')),
      'discriminator.output.weight': file.transposed(
        `disc.${prefix}.output.weight`,
        [2, 3, 1, 0],
        [1, ...map],
      ),
      'discriminator.output.bias': values(`disc.${prefix}.output.bias`),
    }),
  };
}
