/** A fully connected layer with bias and optional ReLU, as one operation forward and one backward. */
import { fused, matMul, reshape, type Rank, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';
import { allocate, view } from './heap.ts';

/** x [n, in], weight [in, out], bias [out] → relu(x · weight + bias) [n, out]. */
export function denseRelu(x: Tensor2D, weight: Tensor2D, bias: Tensor1D): Tensor2D {
  const [rows, inner] = x.shape;
  const columns = weight.shape[1];
  return differentiable([x, weight, bias], () => {
    // A 1×1 convolution over a column of pixels, with bias and activation fused: XNNPACK's fastest matrix product.
    const product = fused.conv2d({
      x: reshape<Rank.R4>(x, [1, rows, 1, inner]),
      filter: reshape<Rank.R4>(weight, [1, 1, inner, columns]),
      bias,
      strides: 1,
      pad: 'valid',
      activation: 'relu',
    });
    const value = reshape<Rank.R2>(product, [rows, columns]);
    return {
      value,
      saved: [x, weight, value],
      gradient: (dy, [input, kernel, output]) => {
        const dz = allocate<Rank.R2>([rows, columns]);
        const biasGradient = allocate<Rank.R1>([columns]);
        reluGradient(view(dy), view(output), view(dz), view(biasGradient));
        return [
          matMul(dz, kernel as Tensor2D, false, true),
          matMul(input as Tensor2D, dz, true, false),
          biasGradient,
        ];
      },
    };
  });
}

/** dz = dy where the output is positive, else 0; the bias gradient is its sum over rows. */
function reluGradient(
  dy: Float32Array,
  output: Float32Array,
  dz: Float32Array,
  biasGradient: Float32Array,
): void {
  const columns = biasGradient.length;
  const sums = new Float64Array(columns);
  for (let i = 0; i < dy.length; i += columns) {
    for (let j = 0; j < columns; j++) {
      const value = output[i + j] > 0 ? dy[i + j] : 0;
      dz[i + j] = value;
      sums[j] += value;
    }
  }
  biasGradient.set(sums);
}
