/** The orthogonal matrix nearest to a square one: U · Vᵀ of its singular value decomposition, without computing that. */
import { symmetricEigen } from './symmetric-eigen.ts';

/** Smaller singular values, relative to the largest, are lost in the square that is decomposed. */
const smallest = 1e-7;
const maxPolishes = 60;

/**
 * `matrix` M [dim, dim] → M · (Mᵀ·M)^(−1/2), polished by Newton–Schulz steps R ← R · (3·I − Rᵀ·R) / 2, which take every singular
 * value between 0 and √3 to 1. Where M has no size at all (rank below dim), what the rounding left decides, and where it
 * left nothing the rows stay zero: add what you prefer to M before.
 */
export function orthogonalFactor(matrix: Float64Array, dim: number): Float64Array {
  const { values, vectors } = symmetricEigen(product(matrix, matrix, dim, 'transposed'), dim);
  const floor = values[0] * smallest * smallest;
  if (!(floor > 0)) return new Float64Array(dim * dim);
  const root = new Float64Array(dim * dim);
  values.forEach((value, k) => {
    const scale = 1 / Math.sqrt(Math.max(value, floor));
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) root[i * dim + j] += scale * vectors[k * dim + i] * vectors[k * dim + j];
    }
  });
  let factor = product(matrix, root, dim);
  for (let polish = 0; polish < maxPolishes; polish++) {
    const square = product(factor, factor, dim, 'transposed');
    let error = 0;
    for (let i = 0; i < dim * dim; i++) {
      const identity = i % (dim + 1) === 0 ? 1 : 0;
      error = Math.max(error, Math.abs(square[i] - identity));
      square[i] = (3 * identity - square[i]) / 2;
    }
    if (error < 1e-13) break;
    factor = product(factor, square, dim);
  }
  return factor;
}

/** a · b, or aᵀ · b. */
function product(a: Float64Array, b: Float64Array, dim: number, left?: 'transposed'): Float64Array {
  const result = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let k = 0; k < dim; k++) {
      const weight = left ? a[k * dim + i] : a[i * dim + k];
      for (let j = 0; j < dim; j++) result[i * dim + j] += weight * b[k * dim + j];
    }
  }
  return result;
}
