/**
 * IEEE 754 half precision: float32 ↔ float16 over whole arrays, rounding to nearest with ties to even. Our own code and not
 * `Float16Array`, which browsers in use lack; a test compares the two over every half.
 */

/** The bits of the nearest halves. From 65,520 on that is infinity. */
export function floatsToHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    float[0] = values[i];
    halves[i] = ((bits[0] >>> 16) & 0x8000) | halfMagnitude(bits[0] & 0x7fffffff);
  }
  return halves;
}

/** The floats that halves stand for; exact. */
export function halvesToFloats(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) {
    const magnitude = halves[i] & 0x7fff;
    // The same exponent and mantissa read as a float are 2^(127-15) too small, for subnormals as well.
    bits[0] = magnitude << 13;
    const value = magnitude < 0x7c00 ? float[0] * 2 ** 112 : magnitude === 0x7c00 ? Infinity : NaN;
    values[i] = halves[i] & 0x8000 ? -value : value;
  }
  return values;
}

/** Each value as it reads back from a file of halves. */
export const roundToHalf = (values: Float32Array): Float32Array<ArrayBuffer> =>
  halvesToFloats(floatsToHalves(values));

/** `magnitude`: the 31 bits of a float without its sign. */
function halfMagnitude(magnitude: number): number {
  if (magnitude > 0x7f800000) return 0x7e00; // not a number
  if (magnitude >= 0x47800000) return 0x7c00; // 65,536 and above
  // Normal halves: move the exponent's bias from 127 to 15. A mantissa that rounds up carries into the exponent.
  if (magnitude >= 0x38800000) return roundedShift(magnitude - 0x38000000, 13);
  // Below 2^-14, subnormal halves: the 24-bit mantissa counted in units of 2^-24.
  const shift = 126 - (magnitude >>> 23);
  return shift > 24 ? 0 : roundedShift((magnitude & 0x7fffff) | 0x800000, shift);
}

/** bits / 2^shift, to nearest, ties to even. */
const roundedShift = (bits: number, shift: number): number =>
  (bits + (1 << (shift - 1)) - 1 + ((bits >>> shift) & 1)) >>> shift;
