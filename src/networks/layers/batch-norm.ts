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
      const length = numRows * channels;
      const [from, to, scale] = [view(input), view(output), view(parameters.weight)];
      const squares = new Float64Array(channels);
      mean.fill(0);
      for (let row = 0; row < length; row += channels) {
        for (let channel = 0; channel < channels; channel++) mean[channel] += from[row + channel];
      }
      for (let channel = 0; channel < channels; channel++) mean[channel] /= numRows;
      for (let row = 0; row < length; row += channels) {
        for (let channel = 0; channel < channels; channel++) {
          const deviation = from[row + channel] - mean[channel];
          squares[channel] += deviation * deviation;
        }
      }
      for (let channel = 0; channel < channels; channel++) {
        inverseStd[channel] = 1 / Math.sqrt(squares[channel] / numRows + batchNormEpsilon);
        running.mean[channel] += momentum * (mean[channel] - running.mean[channel]);
        // The running variance is the unbiased one.
        running.variance[channel] +=
          momentum * (squares[channel] / (numRows - 1) - running.variance[channel]);
      }
      const factors = inverseStd.map((value, channel) => value * scale[channel]);
      for (let row = 0; row < length; row += channels) {
        for (let channel = 0; channel < channels; channel++) {
          to[row + channel] = factors[channel] * (from[row + channel] - mean[channel]);
        }
      }
    },
    backward({ input, outputGradient, weightGradient, inputGradient, count }) {
      const numRows = rows(count);
      const length = numRows * channels;
      const [from, slope, scale] = [input, outputGradient, parameters.weight].map(view);
      const sums = new Float64Array(channels);
      const products = new Float64Array(channels);
      for (let row = 0; row < length; row += channels) {
        for (let channel = 0; channel < channels; channel++) {
          const value = slope[row + channel];
          sums[channel] += value;
          products[channel] += value * (from[row + channel] - mean[channel]);
        }
      }
      for (let channel = 0; channel < channels; channel++) products[channel] *= inverseStd[channel];
      if (weightGradient) view(weightGradient).set(products);
      if (!inputGradient) return;
      const to = view(inputGradient);
      const factors = inverseStd.map((value, channel) => value * scale[channel]);
      const shifts = sums.map((value) => value / numRows);
      const shares = products.map((value, channel) => (value * inverseStd[channel]) / numRows);
      for (let row = 0; row < length; row += channels) {
        for (let channel = 0; channel < channels; channel++) {
          const rest = shifts[channel] + (from[row + channel] - mean[channel]) * shares[channel];
          to[row + channel] = factors[channel] * (slope[row + channel] - rest);
        }
      }
    },
  };
}
