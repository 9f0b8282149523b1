/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, section 8.5): accurate,
 * deterministic, right for matrices of up to about a hundred rows. Not for the 784 × 784 covariance of images.
 */
export interface SymmetricEigen {
  /** Descending, [dim]. */
  readonly values: Float64Array<ArrayBuffer>;
  /** [dim, dim], row-major: row k is the unit eigenvector of values[k]; its largest component is positive. */
  readonly vectors: Float64Array<ArrayBuffer>;
}

const maxSweeps = 60;

/**
 * `matrix` [dim, dim], row-major, is not changed; only its lower triangle is read.
 * @throws RangeError when the matrix has another size, or holds something that is not a finite number.
 */
export function symmetricEigen(matrix: Float64Array, dim: number): SymmetricEigen {
  if (matrix.length !== dim * dim) {
    throw new RangeError(
      `symmetricEigen expects a ${dim} × ${dim} matrix, ${dim * dim} numbers; it got ${matrix.length}.`,
    );
  }
  if (!matrix.every(Number.isFinite)) {
    throw new RangeError('symmetricEigen expects finite numbers; the matrix holds others.');
  }
  const a = new Float64Array(dim * dim);
  const v = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j <= i; j++) a[i * dim + j] = a[j * dim + i] = matrix[i * dim + j];
    v[i * dim + i] = 1;
  }

  // An entry this small does not reach the last bit of any eigenvalue that counts.
  const negligible = 1e-18 * Math.sqrt(a.reduce((sum, value) => sum + value * value, 0));
  for (let sweep = 0, rotated = true; rotated && sweep < maxSweeps; sweep++) {
    rotated = false;
    for (let p = 0; p < dim - 1; p++) {
      for (let q = p + 1; q < dim; q++) {
        if (Math.abs(a[p * dim + q]) <= negligible) continue;
        rotate(a, v, dim, p, q);
        rotated = true;
      }
    }
  }
  return sorted(a, v, dim);
}

/** The rotation in the plane of p and q that makes a[p, q] zero, on both sides of `a` and on the rows of `v`. */
function rotate(a: Float64Array, v: Float64Array, dim: number, p: number, q: number): void {
  const [rowP, rowQ] = [p * dim, q * dim];
  const [app, aqq, apq] = [a[rowP + p], a[rowQ + q], a[rowP + q]];
  const theta = (aqq - app) / (2 * apq);
  // The smaller of the two angles; for a huge theta its square overflows to Infinity and the tangent becomes 0.
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let i = 0; i < dim; i++) {
    const aip = a[rowP + i];
    const aiq = a[rowQ + i];
    a[rowP + i] = a[i * dim + p] = cosine * aip - sine * aiq;
    a[rowQ + i] = a[i * dim + q] = sine * aip + cosine * aiq;
    const vp = v[rowP + i];
    const vq = v[rowQ + i];
    v[rowP + i] = cosine * vp - sine * vq;
    v[rowQ + i] = sine * vp + cosine * vq;
  }
  a[rowP + p] = app - tangent * apq;
  a[rowQ + q] = aqq + tangent * apq;
  a[rowP + q] = a[rowQ + p] = 0;
}

function sorted(a: Float64Array, v: Float64Array, dim: number): SymmetricEigen {
  const order = Array.from({ length: dim }, (_, i) => i).sort(
    (i, j) => a[j * dim + j] - a[i * dim + i] || i - j,
  );
  const vectors = new Float64Array(dim * dim);
  order.forEach((from, to) => {
    const vector = v.subarray(from * dim, (from + 1) * dim);
    const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
    for (let i = 0; i < dim; i++) vectors[to * dim + i] = largest < 0 ? -vector[i] : vector[i];
  });
  return { values: Float64Array.from(order, (i) => a[i * dim + i]), vectors };
}
