/** What GLO learns: the generator's parameters, a class code a class and a content code an image. No encoder anywhere. */
import {
  initializeGenerator,
  type GeneratorConfig,
  type GeneratorParameters,
} from '../../../src/networks/generator/generator.ts';
import { normalArray, type Random } from '../../../src/numerics/random.ts';

export interface GloModel {
  readonly dims: GeneratorConfig;
  readonly parameters: GeneratorParameters;
  /** [numClasses, classDim], row-major. */
  readonly classCodes: Float32Array<ArrayBuffer>;
  /** [numImages, contentDim], row-major; row i belongs to image i. */
  readonly contentCodes: Float32Array<ArrayBuffer>;
}

interface ModelConfig {
  readonly dims: GeneratorConfig;
  readonly numClasses: number;
  readonly numImages: number;
  /** Codes start as N(0, codeInitStd²). */
  readonly codeInitStd: number;
}

export function initializeModel(config: ModelConfig, random: Random): GloModel {
  const { dims, numClasses, numImages, codeInitStd } = config;
  return {
    dims,
    parameters: initializeGenerator(dims, random.fork('generator')),
    classCodes: normalArray(random.fork('classCodes'), numClasses * dims.classDim, codeInitStd),
    contentCodes: normalArray(random.fork('contentCodes'), numImages * dims.contentDim, codeInitStd),
  };
}
