/**
 * The exercise's generator in eval mode, or in training mode with a batch of one, written out as its description reads: plain
 * loops over float64, nearest upsampling, transposed convolution, batch normalization. Slow and independent: no tfjs, no
 * folding, no sub-pixels.
 */
import type { GeneratorConfig, GeneratorParameters } from '../../src/networks/generator/generator.ts';

/** [channel][y][x] */
type Planes = number[][][];

/** Intensity of one pair of codes, row-major, channels last; normalized by the running statistics, or by its own. */
export function naiveGenerate(
  { imageHeight, imageWidth }: GeneratorConfig,
  parameters: GeneratorParameters,
  { contentCode, classCode }: { contentCode: readonly number[]; classCode: readonly number[] },
  statistics: 'running' | 'own' = 'running',
): number[] {
  let hidden = [...classCode, ...contentCode];
  for (const layer of ['dense1', 'dense2', 'dense3'] as const) {
    const weight = parameters[`${layer}.weight`];
    hidden = Array.from(parameters[`${layer}.bias`], (bias, column) => {
      const columns = weight.length / hidden.length;
      const sum = hidden.reduce((total, x, row) => total + x * weight[row * columns + column], bias);
      return Math.max(sum, 0);
    });
  }
  const [height, width] = [imageHeight / 4 - 2, imageWidth / 4 - 2];
  const view = planes(16, height, width, (channel, y, x) => hidden[(y * width + x) * 16 + channel]);

  const first = transposedConvolution(upsample(view), parameters['convT1.weight'], {
    bias: parameters['convT1.bias'],
    padding: 0,
  });
  const normalized = first.map((plane, c) => {
    const { mean, variance } =
      statistics === 'own'
        ? moments(plane.flat())
        : {
            mean: parameters['batchNorm.runningMean'][c],
            variance: parameters['batchNorm.runningVar'][c],
          };
    const std = Math.sqrt(variance + 1e-5);
    const [gamma, beta] = [parameters['batchNorm.gamma'][c], parameters['batchNorm.beta'][c]];
    return plane.map((row) => row.map((value) => Math.max(((value - mean) / std) * gamma + beta, 0)));
  });
  const logits = transposedConvolution(upsample(normalized), parameters['convT2.weight'], {
    bias: parameters['convT2.bias'],
    padding: 2,
  });
  return logits[0].flatMap((row, y) =>
    row.flatMap((_, x) => logits.map((plane) => 1 / (1 + Math.exp(-plane[y][x])))),
  );
}

/** Mean and biased variance. */
function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** Parameters and codes as batches, for the shapes that the exporters take. */
export function naiveGenerateAll(
  config: GeneratorConfig,
  parameters: GeneratorParameters,
  codes: { readonly count: number; readonly contentCodes: Float32Array; readonly classCodes: Float32Array },
  statistics: 'running' | 'own' = 'running',
): Float32Array {
  const { contentDim, classDim } = config;
  const row = (values: Float32Array, dim: number, i: number) => [...values.subarray(i * dim, (i + 1) * dim)];
  return Float32Array.from(
    Array.from({ length: codes.count }, (_, i) =>
      naiveGenerate(
        config,
        parameters,
        {
          contentCode: row(codes.contentCodes, contentDim, i),
          classCode: row(codes.classCodes, classDim, i),
        },
        statistics,
      ),
    ).flat(),
  );
}

const planes = (
  channels: number,
  height: number,
  width: number,
  at: (c: number, y: number, x: number) => number,
): Planes =>
  Array.from({ length: channels }, (_, c) =>
    Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => at(c, y, x))),
  );

const upsample = (input: Planes): Planes =>
  planes(input.length, input[0].length * 2, input[0][0].length * 2, (c, y, x) => input[c][y >> 1][x >> 1]);

/** Each input adds its multiple of the kernel [5, 5, in, out] to the output; `padding` cuts the output's border off. */
function transposedConvolution(
  input: Planes,
  kernel: Float32Array,
  { bias, padding }: { readonly bias: Float32Array; readonly padding: number },
): Planes {
  const [numIn, numOut] = [input.length, bias.length];
  const [height, width] = [input[0].length, input[0][0].length];
  const full = planes(numOut, height + 4, width + 4, (channel) => bias[channel]);
  for (let i = 0; i < numIn; i++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let ky = 0; ky < 5; ky++) {
          for (let kx = 0; kx < 5; kx++) {
            for (let o = 0; o < numOut; o++) {
              full[o][y + ky][x + kx] += input[i][y][x] * kernel[((ky * 5 + kx) * numIn + i) * numOut + o];
            }
          }
        }
      }
    }
  }
  const cut = 4 - 2 * padding;
  return planes(numOut, height + cut, width + cut, (c, y, x) => full[c][y + padding][x + padding]);
}
