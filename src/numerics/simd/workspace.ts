/**
 * Arrays of floats in a WebAssembly memory of their own, and the kernels that work on them. A network makes its arrays once and keeps them;
 * nothing is freed but the workspace as a whole.
 */
import { createKernels } from './kernels.ts';
import { floatBytes, type FloatArray } from './matrix.ts';
import { createMultiply, type Multiply } from './product.ts';

const pageBytes = 65_536;
/** Everything begins where a vector may. */
const alignment = 4;

export interface Workspace {
  /** An array of zeros. */
  readonly allocate: (length: number) => FloatArray;
  /** Its numbers where they lie. Valid until something is allocated, or a larger product than any before is made. */
  readonly view: (array: FloatArray) => Float32Array<ArrayBuffer>;
  readonly multiply: Multiply;
  /** to = 1 / (1 + exp(−from)), of the same length; may be the same array. */
  readonly sigmoid: (from: FloatArray, to: FloatArray) => void;
  readonly crossEntropy: (input: CrossEntropyInput) => number;
  readonly adam: (input: AdamInput) => void;
}

interface CrossEntropyInput {
  readonly logits: FloatArray;
  /** In [0, 1], or near it: the formula is that of the logits, which holds for any number. */
  readonly targets: FloatArray;
  /** Becomes scale · (sigmoid(logit) − target). */
  readonly gradient: FloatArray;
  readonly scale: number;
  /** Numbers of one image, a multiple of four: sums in float32 are no longer than that. */
  readonly rowLength: number;
  readonly numRows: number;
}

interface AdamInput {
  readonly values: FloatArray;
  readonly gradient: FloatArray;
  readonly mean: FloatArray;
  readonly square: FloatArray;
  readonly rate: number;
  /** Decay of the mean and of the square; unless said as in ../adam.ts. */
  readonly betas?: readonly [number, number];
  /** From 1. */
  readonly step: number;
}

/** @throws WebAssembly.CompileError where WebAssembly has no 128-bit vectors. */
export function createWorkspace(): Workspace {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernels = createKernels(memory);
  let used = 0;
  let floats = new Float32Array(memory.buffer);

  function allocate(length: number): FloatArray {
    const array = { at: used, length };
    used += Math.ceil(length / alignment) * alignment * floatBytes;
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / pageBytes));
      floats = new Float32Array(memory.buffer);
    }
    return array;
  }
  const view = ({ at, length }: FloatArray) => floats.subarray(at / floatBytes, at / floatBytes + length);
  const endOf = ({ at, length }: FloatArray) => at + length * floatBytes;
  const sums = allocate(alignment);

  return {
    allocate,
    view,
    multiply: createMultiply({ kernels, allocate, view }),
    sigmoid: (from, to) => kernels.sigmoid(from.at, to.at, endOf(to)),
    crossEntropy({ logits, targets, gradient, scale, rowLength, numRows }) {
      let total = 0;
      for (let row = 0; row < numRows; row++) {
        const by = row * rowLength * floatBytes;
        const end = gradient.at + by + rowLength * floatBytes;
        kernels.crossEntropy(logits.at + by, targets.at + by, gradient.at + by, end, scale, sums.at);
        const at = sums.at / floatBytes;
        total += floats[at] + floats[at + 1] + floats[at + 2] + floats[at + 3];
      }
      return total;
    },
    adam({ values, gradient, mean, square, rate, betas: [beta1, beta2] = [0.9, 0.999], step }) {
      const epsilon = 1e-8;
      const stepSize = rate / (1 - beta1 ** step);
      const correction = 1 / Math.sqrt(1 - beta2 ** step);
      kernels.adam(
        ...[values.at, gradient.at, mean.at, square.at, endOf(values)],
        ...[beta1, 1 - beta1, beta2, 1 - beta2, stepSize, correction, epsilon],
      );
    },
  };
}
