/** Batch normalization with the statistics of the batch and their gradient, and the running statistics beside them, as PyTorch keeps them. */
import type { BatchNormSpec, LayerInput, LinearMap } from './layer.ts';

/** Added to the variance. */
export const batchNormEpsilon = 1e-5;
/** The share of a batch in the running statistics. */
const momentum = 0.1;

/** output = γ · (input − mean) / √(variance + ε); the shift is the layer's bias. */
export function createBatchNorm(
  { size: { height, width, channels } }: BatchNormSpec,
  { workspace: { view }, parameters }: LayerInput,
): LinearMap {
  const running = { mean: new Float32Array(channels), variance: new Float32Array(channels).fill(1) };
  const mean = new Float64Array(channels);
  const inverseStd = new Float64Array(channels);
  const rows = (count: number) => count * height * width;

  return {
    running,
    forward(input, output, count) {
      const numRows = rows(count);
      const [from, to, scale] = [view(input), view(output), view(parameters.weight)];
      const squares = new Float64Array(channels);
      mean.fill(0);
      forEachNumber(numRows, channels, (i, channel) => (mean[channel] += from[i]));
      for (let channel = 0; channel < channels; channel++) mean[channel] /= numRows;
      forEachNumber(numRows, channels, (i, channel) => (squares[channel] += (from[i] - mean[channel]) ** 2));
      for (let channel = 0; channel < channels; channel++) {
        inverseStd[channel] = 1 / Math.sqrt(squares[channel] / numRows + batchNormEpsilon);
        running.mean[channel] += momentum * (mean[channel] - running.mean[channel]);
        // The running variance is the unbiased one.
        running.variance[channel] +=
          momentum * (squares[channel] / (numRows - 1) - running.variance[channel]);
      }
      forEachNumber(numRows, channels, (i, channel) => {
        to[i] = scale[channel] * inverseStd[channel] * (from[i] - mean[channel]);
      });
    },
    backward({ input, outputGradient, weightGradient, inputGradient, count }) {
      const numRows = rows(count);
      const [from, slope, scale] = [input, outputGradient, parameters.weight].map(view);
      const sums = new Float64Array(channels);
      const products = new Float64Array(channels);
      const normalized = (i: number, channel: number) => (from[i] - mean[channel]) * inverseStd[channel];
      forEachNumber(numRows, channels, (i, channel) => {
        sums[channel] += slope[i];
        products[channel] += slope[i] * normalized(i, channel);
      });
      view(weightGradient).set(products);
      if (!inputGradient) return;
      const to = view(inputGradient);
      forEachNumber(numRows, channels, (i, channel) => {
        const rest = slope[i] - (sums[channel] + normalized(i, channel) * products[channel]) / numRows;
        to[i] = scale[channel] * inverseStd[channel] * rest;
      });
    },
  };
}

function forEachNumber(
  numRows: number,
  channels: number,
  visit: (index: number, channel: number) => void,
): void {
  for (let row = 0, i = 0; row < numRows; row++) {
    for (let channel = 0; channel < channels; channel++, i++) visit(i, channel);
  }
}
