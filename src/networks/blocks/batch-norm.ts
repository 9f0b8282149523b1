/**
 * Batch normalization (Ioffe and Szegedy, 2015), ReLU and the pixel shuffle, as one operation in training mode. In eval mode
 * there is none of this: the running statistics are folded into the convolution before (generator.ts).
 */
import { zeros, type Rank, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';
import { allocate, view } from './heap.ts';

export const batchNormEpsilon = 1e-5;
/** PyTorch's convention: running ← (1 − momentum) · running + momentum · batch. */
export const batchNormMomentum = 0.1;

export interface BatchStatistics {
  readonly mean: Float64Array;
  /** Unbiased (divided by count − 1), which is what the running variance averages. */
  readonly variance: Float64Array;
}

interface BatchNormInput {
  /** [n, h, w, 4 × channels], phase-major channels: a sub-pixel convolution's output, without its bias. */
  readonly x: Tensor4D;
  /** The convolution's bias, [channels]. It goes away with the mean, so its gradient is exactly zero; it enters the statistics. */
  readonly bias: Tensor1D;
  readonly gamma: Tensor1D;
  readonly beta: Tensor1D;
}

/** → relu(batchNorm(x)) with phases moved to pixels, [n, 2h, 2w, channels], and the statistics of the batch. */
export function batchNormReluShuffle({ x, bias, gamma, beta }: BatchNormInput): {
  output: Tensor4D;
  statistics: BatchStatistics;
} {
  const channels = gamma.shape[0];
  const [n, h, w] = x.shape;
  const count = x.size / channels;
  const { mean, variance } = channelMoments(view(x), channels);
  const inverseStd = variance.map((v) => 1 / Math.sqrt(v + batchNormEpsilon));
  const shuffle = pixelShuffleRuns(n, h, w, channels);

  const output = differentiable([x, bias, gamma, beta], () => {
    const value = allocate<Rank.R4>([n, 2 * h, 2 * w, channels]);
    const [from, to, scale, shift] = [view(x), view(value), view(gamma).slice(), view(beta).slice()];
    for (let c = 0; c < channels; c++) {
      scale[c] *= inverseStd[c];
      shift[c] -= mean[c] * scale[c];
    }
    shuffle((low, high) => {
      for (let c = 0; c < channels; c++) {
        const y = from[low + c] * scale[c] + shift[c];
        to[high + c] = y <= 0 ? 0 : y; // lets NaN through: a run that diverges has to show it
      }
    });
    return {
      value,
      saved: [x, value, gamma],
      gradient: (dy, [savedX, savedValue, savedGamma]) => {
        const dx = allocate<Rank.R4>(x.shape);
        const gammaGradient = allocate<Rank.R1>([channels]);
        const betaGradient = allocate<Rank.R1>([channels]);
        const [xs, ys, dys, dxs] = [view(savedX), view(savedValue), view(dy), view(dx)];
        const sumDz = new Float64Array(channels);
        const sumDzX = new Float64Array(channels); // Σ dz · normalized x
        shuffle((low, high) => {
          for (let c = 0; c < channels; c++) {
            if (ys[high + c] <= 0) continue;
            const dz = dys[high + c];
            sumDz[c] += dz;
            sumDzX[c] += dz * (xs[low + c] - mean[c]) * inverseStd[c];
          }
        });
        const scales = view(savedGamma);
        shuffle((low, high) => {
          for (let c = 0; c < channels; c++) {
            const dz = ys[high + c] > 0 ? dys[high + c] : 0;
            const normalized = (xs[low + c] - mean[c]) * inverseStd[c];
            dxs[low + c] = scales[c] * inverseStd[c] * (dz - (sumDz[c] + normalized * sumDzX[c]) / count);
          }
        });
        view(gammaGradient).set(sumDzX);
        view(betaGradient).set(sumDz);
        return [dx, zeros([channels]), gammaGradient, betaGradient];
      },
    };
  });
  const shift = view(bias);
  const statistics = {
    mean: mean.map((m, c) => m + shift[c]),
    variance: variance.map((v) => (v * count) / (count - 1)),
  };
  return { output, statistics };
}

/** Mean and biased variance over all but the channel, summed in float64. */
function channelMoments(
  values: Float32Array,
  channels: number,
): { mean: Float64Array; variance: Float64Array } {
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  const count = values.length / channels;
  for (let i = 0; i < values.length; i += channels) {
    for (let c = 0; c < channels; c++) mean[c] += values[i + c];
  }
  for (let c = 0; c < channels; c++) mean[c] /= count;
  for (let i = 0; i < values.length; i += channels) {
    for (let c = 0; c < channels; c++) {
      const deviation = values[i + c] - mean[c];
      variance[c] += deviation * deviation;
    }
  }
  for (let c = 0; c < channels; c++) variance[c] /= count;
  return { mean, variance };
}

/**
 * The pixel shuffle [n, h, w, (2, 2, channels)] → [n, 2h, 2w, channels] as pairs of offsets; each names a run of `channels`
 * numbers, in the order of the low-resolution side.
 */
export function pixelShuffleRuns(n: number, h: number, w: number, channels: number) {
  return (visit: (low: number, high: number) => void): void => {
    const highRow = 2 * w * channels;
    let low = 0;
    for (let row = 0; row < n * h; row++) {
      for (let x = 0; x < w; x++) {
        const corner = 2 * row * highRow + 2 * x * channels;
        visit(low, corner);
        visit(low + channels, corner + channels);
        visit(low + 2 * channels, corner + highRow);
        visit(low + 3 * channels, corner + highRow + channels);
        low += 4 * channels;
      }
    }
  };
}
