/** The gradient penalty (Gulrajani et al., 2017): weight · mean over images of (‖g‖ − 1)², with g the gradient of a score by its image. */

/** Under the root, for images whose gradient is 0. */
const floor = 1e-12;

/**
 * The penalty on `gradients` [count × length], and its gradient by them: (2 weight / count) (‖g‖ − 1) / ‖g‖ · g, [count × length].
 */
export function penaltyDirection(
  gradients: Float32Array,
  count: number,
  weight: number,
): { readonly value: number; readonly direction: Float32Array } {
  const length = gradients.length / count;
  const direction = new Float32Array(gradients.length);
  let value = 0;
  for (let start = 0; start < gradients.length; start += length) {
    let square = floor;
    for (let i = start; i < start + length; i++) square += gradients[i] * gradients[i];
    const norm = Math.sqrt(square);
    value += (weight * (norm - 1) ** 2) / count;
    const factor = ((2 * weight) / count) * ((norm - 1) / norm);
    for (let i = start; i < start + length; i++) direction[i] = factor * gradients[i];
  }
  return { value, direction };
}
