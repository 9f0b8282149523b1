/** How far pictures are from the nearest of many images: whether a model only gives back what it learned. */
import { matrix, transposed } from '../../src/numerics/simd/matrix.ts';
import { createWorkspace } from '../../src/numerics/simd/workspace.ts';
import { toIntensity } from './pictures.ts';

/** Images compared at once: bounds the memory. */
const atOnce = 1000;

/**
 * The mean over `pictures` [m × length] of the root mean square difference, per number of an image, to the nearest of `images` [n × length],
 * intensity in 0..255.
 */
export function nearestImageDistance(pictures: Float32Array, images: Uint8Array, length: number): number {
  const workspace = createWorkspace();
  const [numPictures, numImages] = [pictures.length / length, images.length / length];
  const left = workspace.allocate(pictures.length);
  const right = workspace.allocate(atOnce * length);
  const products = workspace.allocate(numPictures * atOnce);
  workspace.view(left).set(pictures);
  const squares = squaredNorms(pictures, length);
  const [least, nearest] = [new Float64Array(numPictures).fill(Infinity), new Uint32Array(numPictures)];
  for (let first = 0; first < numImages; first += atOnce) {
    const count = Math.min(atOnce, numImages - first);
    const part = toIntensity(images.subarray(first * length, (first + count) * length));
    workspace.view(right).set(part);
    const partSquares = squaredNorms(part, length);
    workspace.multiply(matrix(left, numPictures, length), transposed(matrix(right, count, length)), products);
    const found = workspace.view(products);
    for (let row = 0; row < numPictures; row++) {
      for (let i = 0; i < count; i++) {
        const squared = squares[row] + partSquares[i] - 2 * found[row * count + i];
        if (squared >= least[row]) continue;
        least[row] = squared;
        nearest[row] = first + i;
      }
    }
  }
  // Again from their difference: what products in float32 leave of a small distance is rounding.
  let total = 0;
  nearest.forEach((image, row) => {
    let squared = 0;
    for (let i = 0; i < length; i++) {
      squared += (pictures[row * length + i] - images[image * length + i] / 255) ** 2;
    }
    total += Math.sqrt(squared / length);
  });
  return total / numPictures;
}

function squaredNorms(rows: Float32Array, length: number): Float64Array {
  const norms = new Float64Array(rows.length / length);
  for (let i = 0; i < rows.length; i++) norms[Math.floor(i / length)] += rows[i] * rows[i];
  return norms;
}
