/** The exact training steps of tests/fixtures, whose tensors are in PyTorch's layouts. */
import { readFileSync } from 'node:fs';
import { decodeSafetensors } from '../../src/contract/safetensors.ts';
import { readTensors, type NamedArray } from '../../src/networks/tensors-file.ts';

export interface GoldenFile {
  readonly tensor: (name: string) => NamedArray;
  /** The values with axes in the order `axes`, seen as an array of `shape` where that is not the tensor's own. */
  readonly transposed: (
    name: string,
    axes: readonly number[],
    shape?: readonly number[],
  ) => Float32Array<ArrayBuffer>;
  /** A number of the file's metadata. */
  readonly scalar: (name: string) => number;
}

export function openGolden(fileName: string): GoldenFile {
  const file = readFileSync(new URL(`../fixtures/${fileName}`, import.meta.url));
  const tensors = readTensors(file, fileName);
  const { metadata } = decodeSafetensors(file, fileName);
  const tensor = (name: string): NamedArray => {
    const found = tensors.get(name);
    if (found) return found;
    throw new Error(`${fileName} has no ${name}.`);
  };
  return {
    tensor,
    transposed(name, axes, shape = tensor(name).shape) {
      const { values } = tensor(name);
      const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
      const walk = (depth: number, offset: number): number[] =>
        depth === axes.length
          ? [values[offset]]
          : Array.from({ length: shape[axes[depth]] }, (_, i) =>
              walk(depth + 1, offset + i * strides[axes[depth]]),
            ).flat();
      return Float32Array.from(walk(0, 0));
    },
    scalar: (name) => Number(metadata[name]),
  };
}

/** Largest difference, relative to the largest value. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  const largest = Math.max(...Array.from(expected, Math.abs), 1e-30);
  return Math.max(...Array.from(expected, (value, i) => Math.abs(actual[i] - value))) / largest;
}
