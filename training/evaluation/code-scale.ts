/**
 * How large the codes are, and how large the noise is beside them: codes can grow to outrun the noise, so that σ alone says
 * little.
 */
import type { MetricValues } from '../../src/contract/metrics.ts';
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { rootMeanSquare } from '../../src/numerics/arrays.ts';

export function measureCodeScale(source: CodeSource, contentNoiseStd: number): MetricValues {
  const { dataset, model } = source.manifest;
  const contentRms = rootMeanSquare(source.contentCodes);
  const n = dataset.numImages;
  return {
    'codes.contentRms': { value: contentRms, n },
    'codes.classRms': { value: rootMeanSquare(source.classCodes), n: model.numClasses },
    'codes.contentNorm': { value: meanNorm(source.contentCodes, model.contentDim), n },
    'codes.noiseToCode': { value: contentNoiseStd / contentRms, n },
  };
}

function meanNorm(codes: Float32Array, dim: number): number {
  let total = 0;
  for (let row = 0; row < codes.length; row += dim) {
    let square = 0;
    for (let i = row; i < row + dim; i++) square += codes[i] * codes[i];
    total += Math.sqrt(square);
  }
  return total / (codes.length / dim);
}
