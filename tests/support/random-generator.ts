/** A generator with random parameters, batch normalization included, whose images are neither blank nor black. */
import {
  initializeGenerator,
  type GeneratorConfig,
  type GeneratorParameters,
} from '../../src/networks/generator/generator.ts';
import { normalArray, type Random } from '../../src/numerics/random.ts';
import type { CodeBatch } from '../../src/networks/generator/codes.ts';

export function randomParameters(config: GeneratorConfig, random: Random): GeneratorParameters {
  const initial = initializeGenerator(config, random.fork('initial'));
  const shift = (name: string, around: number) =>
    normalArray(random.fork(name), 16, 0.3).map((value) => around + value);
  return {
    ...initial,
    'batchNorm.gamma': shift('gamma', 3),
    'batchNorm.beta': shift('beta', 0),
    'batchNorm.runningMean': shift('mean', 0),
    'batchNorm.runningVar': shift('variance', 0).map((value) => value * value + 0.05),
  };
}

export const randomCodes = (
  { contentDim, classDim }: GeneratorConfig,
  count: number,
  random: Random,
): CodeBatch => ({
  count,
  contentCodes: normalArray(random.fork('content codes'), count * contentDim, 1),
  classCodes: normalArray(random.fork('class codes'), count * classDim, 1),
});
