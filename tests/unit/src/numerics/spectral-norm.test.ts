import { describe, expect, it } from 'vitest';
import { powerIteration, throughSpectralNorm } from '../../../../src/numerics/spectral-norm.ts';
import { openGolden, relativeError } from '../../../support/golden-file.ts';

const file = openGolden('spectral-norm.safetensors');

/** PyTorch's [outputs, everything else] → [inputs, outputs]; the order of the inputs stays. */
function turned(name: string): Float32Array {
  const { shape, values } = file.tensor(name);
  return file.transposed(name, [1, 0], [shape[0], values.length / shape[0]]);
}

describe.each(['conv', 'linear', 'output'])('spectral normalization of the reference layer %s', (layer) => {
  const weight = turned(`${layer}.weight`);
  const values = (name: string) => file.tensor(`${layer}.${name}`).values;
  const spectrum = powerIteration(weight, Float64Array.from(values('u0')));
  const normalized = weight.map((value) => value / spectrum.sigma);

  it('takes one power iteration', () => {
    expect(spectrum.sigma / values('sigma')[0]).toBeCloseTo(1, 6);
    expect(relativeError(spectrum.left, values('u1'))).toBeLessThan(1e-6);
    expect(relativeError(spectrum.right, values('v1'))).toBeLessThan(1e-6);
    expect(relativeError(normalized, turned(`${layer}.weightNormalised`))).toBeLessThan(1e-6);
  });

  it('comes to the largest singular value after many', () => {
    let { left, sigma } = spectrum;
    for (let iteration = 1; iteration < 500; iteration++) ({ left, sigma } = powerIteration(weight, left));
    expect(sigma / values('sigmaExact')[0]).toBeCloseTo(1, 5);
  });

  it('holds the singular vectors constant in the gradient', () => {
    const gradient = turned(`${layer}.upstream`);
    throughSpectralNorm(gradient, normalized, spectrum);
    expect(relativeError(gradient, turned(`${layer}.gradWeight`))).toBeLessThan(1e-5);
  });
});
