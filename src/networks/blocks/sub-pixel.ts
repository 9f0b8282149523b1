/**
 * Nearest ×2 upsampling followed by a transposed 5×5 convolution, computed exactly as a 3×3 convolution at low resolution
 * with four output phases (the sub-pixel form of Shi et al., 2016, arXiv 1609.05158). Output channels are phase-major:
 * (phaseY, phaseX, channel). Along one axis, output 2i + a of the unpadded transposed convolution sees the inputs i − 2,
 * i − 1, i with sums of the kernel k: phase 0 [k3+k4, k1+k2, k0], phase 1 [k4, k2+k3, k0+k1]. Padding 2 shifts by one input.
 */
import { conv2d, Conv2DBackpropFilter, Conv2DBackpropInput, engine } from '@tensorflow/tfjs-core';
import type { backend_util, NamedAttrMap, Rank, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';
import { allocate, view } from './heap.ts';

const kernelSize = 5;
const numPhases = 4;

/** The tap that each kernel row (or column) adds to, for phase 0 and phase 1. */
const tapOf = [
  [2, 1, 1, 0, 0],
  [2, 2, 1, 1, 0],
] as const;

/** Low-resolution padding: `full` is a transposed convolution without padding, `same` one with padding 2. */
export type SubPixelPadding = 'full' | 'same';
export const lowResolutionPad: Readonly<Record<SubPixelPadding, number>> = { full: 2, same: 1 };

/** The same as explicit padding of an NHWC convolution. */
export function lowResolutionPadding(padding: SubPixelPadding): backend_util.ExplicitPadding {
  const amount = lowResolutionPad[padding];
  return [
    [0, 0],
    [amount, amount],
    [amount, amount],
    [0, 0],
  ];
}

/** Visits each pair of a kernel row [in, out] and the folded row it adds to; both are runs of `numOut` numbers. */
function forEachFold(
  numIn: number,
  numOut: number,
  visit: (kernelAt: number, foldedAt: number) => void,
): void {
  for (let ky = 0; ky < kernelSize; ky++) {
    for (let kx = 0; kx < kernelSize; kx++) {
      for (let phase = 0; phase < numPhases; phase++) {
        const tap = tapOf[phase >> 1][ky] * 3 + tapOf[phase & 1][kx];
        for (let i = 0; i < numIn; i++) {
          visit(
            ((ky * kernelSize + kx) * numIn + i) * numOut,
            ((tap * numIn + i) * numPhases + phase) * numOut,
          );
        }
      }
    }
  }
}

/** [5, 5, in, out] → [3, 3, in, 4 × out], written into `folded`. */
export function foldKernel(kernel: Float32Array, numIn: number, numOut: number, folded: Float32Array): void {
  folded.fill(0);
  forEachFold(numIn, numOut, (kernelAt, foldedAt) => {
    for (let o = 0; o < numOut; o++) folded[foldedAt + o] += kernel[kernelAt + o];
  });
}

/** The adjoint of `foldKernel`: the folded gradient gathered into the kernel's. */
function unfoldGradient(folded: Float32Array, numIn: number, numOut: number, kernel: Float32Array): void {
  kernel.fill(0);
  forEachFold(numIn, numOut, (kernelAt, foldedAt) => {
    for (let o = 0; o < numOut; o++) kernel[kernelAt + o] += folded[foldedAt + o];
  });
}

/**
 * Upsample and convolve, without bias and without the final pixel shuffle.
 * x [n, h, w, in], weight [5, 5, in, out] → [n, h', w', 4 × out], with h' = h + 2 for `full` and h for `same`.
 */
export function subPixelConv(x: Tensor4D, weight: Tensor4D, padding: SubPixelPadding): Tensor4D {
  const [, , numIn, numOut] = weight.shape;
  const pad = lowResolutionPadding(padding);
  const attrs = { strides: [1, 1], pad, dataFormat: 'NHWC' };
  return differentiable([x, weight], () => {
    const filter = allocate<Rank.R4>([3, 3, numIn, numPhases * numOut]);
    foldKernel(view(weight), numIn, numOut, view(filter));
    return {
      value: conv2d(x, filter, 1, pad),
      saved: [x, filter],
      gradient: (dy, [input, folded]) => {
        const inputGradient = runKernel(
          Conv2DBackpropInput,
          { dy, filter: folded },
          { ...attrs, inputShape: x.shape },
        );
        const foldedGradient = runKernel(
          Conv2DBackpropFilter,
          { x: input, dy },
          { ...attrs, filterShape: folded.shape },
        );
        const kernelGradient = allocate(weight.shape);
        unfoldGradient(view(foldedGradient), numIn, numOut, view(kernelGradient));
        return [inputGradient, kernelGradient];
      },
    };
  });
}

const runKernel = (name: string, inputs: Record<string, Tensor>, attrs: object): Tensor =>
  engine().runKernel(name, inputs, attrs as NamedAttrMap);
