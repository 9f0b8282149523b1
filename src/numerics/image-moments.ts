/**
 * What a picture of a digit looks like in four numbers, from its first and second moments: how much ink, how far it leans, how
 * wide and how tall it is. Not shape descriptors, and not invariant to anything but position.
 *
 * With I(x, y) the intensity, x to the right, y upwards, m = Σ I and means x̄ = Σ I·x / m, ȳ likewise:
 * μpq = Σ I·(x − x̄)^p·(y − ȳ)^q / m. Then ink = m, slant = μ11 / μ02, height = √μ02, and
 * width = √(μ20 − μ11² / μ02), which is √μ20 after the shear x ↦ x − slant·(y − ȳ) has set the picture upright.
 */

export const momentNames = ['ink', 'slant', 'width', 'height'] as const;
export type MomentName = (typeof momentNames)[number];

/**
 * `ink` in fully inked pixels; `slant` in pixels to the right for a pixel upwards, positive leans right; `width` and `height`
 * in pixels, as standard deviations.
 */
export type ImageMoments = Readonly<Record<MomentName, number>>;

/**
 * Of one image [height × imageWidth], row-major from the top, intensity in [0, 1]. An image without ink has all four 0; one without
 * height (a single row) has slant 0.
 */
export function imageMoments(image: Float32Array, imageWidth: number): ImageMoments {
  let [mass, massX, massY, massXX, massXY, massYY] = [0, 0, 0, 0, 0, 0];
  for (let first = 0, y = 0; first < image.length; first += imageWidth, y--) {
    let [row, rowX, rowXX] = [0, 0, 0];
    for (let x = 0; x < imageWidth; x++) {
      const intensity = image[first + x];
      row += intensity;
      rowX += intensity * x;
      rowXX += intensity * x * x;
    }
    mass += row;
    massX += rowX;
    massXX += rowXX;
    massY += row * y;
    massXY += rowX * y;
    massYY += row * y * y;
  }
  if (!(mass > 0)) return { ink: 0, slant: 0, width: 0, height: 0 };
  const [meanX, meanY] = [massX / mass, massY / mass];
  // Rounding may leave a variance that is 0 a little off; below this it is 0.
  const varianceX = atLeastZero(massXX / mass - meanX * meanX);
  const varianceY = atLeastZero(massYY / mass - meanY * meanY);
  const slant = varianceY === 0 ? 0 : (massXY / mass - meanX * meanY) / varianceY;
  return {
    ink: mass,
    slant,
    width: Math.sqrt(atLeastZero(varianceX - slant * slant * varianceY)),
    height: Math.sqrt(varianceY),
  };
}

const atLeastZero = (variance: number): number => (variance > 1e-9 ? variance : 0);

/** The moments of many pictures, one column a moment. */
export type MomentTable = Readonly<Record<MomentName, Float64Array>>;

export const createMomentTable = (count: number): MomentTable => ({
  ink: new Float64Array(count),
  slant: new Float64Array(count),
  width: new Float64Array(count),
  height: new Float64Array(count),
});

/** Writes the moments of one image into row `row`. */
export function setMoments(table: MomentTable, row: number, moments: ImageMoments): void {
  for (const name of momentNames) table[name][row] = moments[name];
}
