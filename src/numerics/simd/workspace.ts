/**
 * Arrays of floats in a WebAssembly memory of their own, and the kernels that work on them. A network makes its arrays once and keeps them;
 * nothing is freed but the workspace as a whole.
 */
import { createKernels, numbersOfRun } from './kernels.ts';
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
  /** The table of runs for the two that follow. Offsets and lengths are in numbers. */
  readonly allocateRuns: (runs: readonly Run[]) => Runs;
  /** Into each run of `first` what is in that of `second`, for arrays whose own places begin at an offset in numbers. */
  readonly copyRuns: (runs: Runs, first: Place, second: Place) => void;
  /** Adds to each run of `second` what is in that of `first`, one run after another. */
  readonly addRuns: (runs: Runs, first: Place, second: Place) => void;
  /** to = 1 / (1 + exp(−from)), of the same length; may be the same array. */
  readonly sigmoid: (from: FloatArray, to: FloatArray) => void;
  /** `values` times `slope` where they are below 0, in place: a ReLU with slope 0. */
  readonly rectify: (values: FloatArray, slope: number) => void;
  /** Its gradient by what it gave, `output`, → by what went in, in place. */
  readonly throughRectifier: (gradient: FloatArray, output: FloatArray, slope: number) => void;
  readonly crossEntropy: (input: CrossEntropyInput) => number;
  readonly adam: (input: AdamInput) => void;
}

/** Numbers that lie side by side in two arrays. */
export interface Run {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}
export type Runs = FloatArray;
interface Place {
  readonly array: FloatArray;
  readonly from: number;
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
  const addressOf = ({ array, from }: Place) => array.at + from * floatBytes;

  return {
    allocate,
    view,
    multiply: createMultiply({ kernels, allocate, view }),
    allocateRuns(runs) {
      const table = allocate(runs.length * numbersOfRun);
      const places = runs.flatMap(({ first, second, length }) => [
        first,
        second,
        length,
        length - (length % alignment),
      ]);
      new Int32Array(memory.buffer, table.at, places.length).set(places.map((place) => place * floatBytes));
      return table;
    },
    copyRuns: (runs, first, second) =>
      kernels.copyRuns(runs.at, endOf(runs), addressOf(first), addressOf(second)),
    addRuns: (runs, first, second) =>
      kernels.addRuns(runs.at, endOf(runs), addressOf(first), addressOf(second)),
    sigmoid: (from, to) => kernels.sigmoid(from.at, to.at, endOf(to)),
    rectify: (values, slope) => kernels.rectify(values.at, endOf(values), slope),
    throughRectifier: (gradient, output, slope) =>
      kernels.throughRectifier(gradient.at, output.at, endOf(gradient), slope),
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
