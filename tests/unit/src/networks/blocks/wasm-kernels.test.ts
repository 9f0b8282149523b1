/** Our kernels on the wasm backend against the ones that tfjs ships for its plain JavaScript backend. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { createRandom, normalArray } from '../../../../../src/numerics/random.ts';

beforeAll(() => startWasmBackend());

const random = createRandom('kernels');
const normal = (...shape: number[]) => {
  const size = shape.reduce((a, b) => a * b);
  return { shape, values: normalArray(random, size, 1) };
};
type Values = ReturnType<typeof normal>;

/** The same computation on both backends; the largest difference between the results. */
async function difference(
  inputs: Values[],
  compute: (...tensors: tf.Tensor[]) => tf.Tensor[],
): Promise<number> {
  const results: Float32Array[][] = [];
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const outputs = tf.tidy(() => compute(...inputs.map(({ values, shape }) => tf.tensor(values, shape))));
    results.push(outputs.map((output) => output.dataSync<'float32'>()));
    tf.dispose(outputs);
  }
  await tf.setBackend('wasm');
  const [ours, shipped] = results;
  return Math.max(
    ...ours.flatMap((values, i) => Array.from(values, (value, j) => Math.abs(value - shipped[i][j]))),
  );
}

describe('on the wasm backend', () => {
  it.each([
    ['same', [3, 6, 5, 4], [3, 3, 4, 2]],
    ['valid', [2, 7, 7, 3], [5, 3, 3, 4]],
    [
      [
        [0, 0],
        [2, 2],
        [2, 2],
        [0, 0],
      ],
      [3, 5, 5, 2],
      [3, 3, 2, 8],
    ],
  ] as const)('convolution with padding %j has both gradients', async (pad, xShape, filterShape) => {
    const gradients = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.grads((a: tf.Tensor, b: tf.Tensor) =>
        tf.sum(tf.square(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, pad as 'same'))),
      )([x, filter]);
    expect(await difference([normal(...xShape), normal(...filterShape)], gradients)).toBeLessThan(2e-3);
  });

  it.each([
    [false, false, [3, 4], [4, 5]],
    [true, false, [4, 3], [4, 5]],
    [false, true, [3, 4], [5, 4]],
    [true, true, [4, 3], [5, 4]],
  ] as const)(
    'a product of matrices, transposed %s and %s, is right',
    async (transposeA, transposeB, a, b) => {
      const product = (x: tf.Tensor, y: tf.Tensor) => [tf.matMul(x, y, transposeA, transposeB)];
      expect(await difference([normal(...a), normal(...b)], product)).toBeLessThan(1e-5);
    },
  );

  it('what our networks do not use is refused, not computed wrongly', () => {
    const x = tf.ones<tf.Rank.R4>([1, 4, 4, 1]);
    const filter = tf.ones<tf.Rank.R4>([2, 2, 1, 1]);
    const strided = tf.grad((a: tf.Tensor) => tf.sum(tf.conv2d(a as tf.Tensor4D, filter, 2, 'valid')));
    expect(() => strided(x)).toThrow('Convolution gradients on wasm: expected stride 1, got 2.');
    const batch = tf.ones([2, 3, 3]);
    expect(() => tf.matMul(batch, batch)).toThrow(
      'BatchMatMul on wasm: expected single matrices, got shapes [2,3,3] and [2,3,3].',
    );
  });

  it('no intermediate stays behind', () => {
    const x = tf.ones<tf.Rank.R4>([2, 5, 5, 3]);
    const filter = tf.ones<tf.Rank.R4>([3, 3, 3, 2]);
    const step = () => {
      const gradients = tf.grads((a: tf.Tensor, b: tf.Tensor) =>
        tf.sum(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, 1, 'same')),
      );
      tf.dispose(gradients([x, filter]));
    };
    step();
    const before = tf.memory().numDataBuffers;
    step();
    expect(tf.memory().numDataBuffers).toBe(before);
  });
});
