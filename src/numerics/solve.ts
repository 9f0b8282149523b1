/** Linear equations with a symmetric positive definite matrix, by Cholesky's factorization: factor once, solve often. */

/**
 * `matrix` [dim, dim], row-major, of which the lower triangle is read → a function that solves matrix · x = `rightSide`, in
 * place, [dim]. @throws RangeError when the matrix is not positive definite; add a ridge to its diagonal first.
 */
export function createSolver(matrix: Float64Array, dim: number): (rightSide: Float64Array) => void {
  const lower = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * dim + j];
      for (let k = 0; k < j; k++) rest -= lower[i * dim + k] * lower[j * dim + k];
      if (i === j && !(rest > 0)) {
        throw new RangeError(`createSolver needs a positive definite matrix; pivot ${i} is ${rest}.`);
      }
      lower[i * dim + j] = i === j ? Math.sqrt(rest) : rest / lower[j * dim + j];
    }
  }
  return (x) => {
    for (let i = 0; i < dim; i++) {
      for (let k = 0; k < i; k++) x[i] -= lower[i * dim + k] * x[k];
      x[i] /= lower[i * dim + i];
    }
    for (let i = dim - 1; i >= 0; i--) {
      for (let k = i + 1; k < dim; k++) x[i] -= lower[k * dim + i] * x[k];
      x[i] /= lower[i * dim + i];
    }
  };
}
