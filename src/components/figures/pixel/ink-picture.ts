/** One small picture as a data URL: black with ink as alpha, as all pictures of digits here. Build time. */
import { encode } from 'fast-png';

/** @param ink [size × size] in [0, 1]. */
export function inkPicture(ink: Float32Array, size: number): string {
  const data = new Uint8Array(2 * size * size);
  ink.forEach((value, i) => (data[2 * i + 1] = Math.round(255 * value)));
  const png = encode({ width: size, height: size, data, channels: 2, depth: 8 });
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
