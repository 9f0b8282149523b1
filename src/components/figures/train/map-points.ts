/** From a map of codes to places on the plane: the middle is the mean, the edge twice the spread. Pure. */

/** `map`: two numbers an image. → in hundredths of the plane from its middle, at most 50. */
export function mapPoints(map: Float32Array): Float32Array {
  const means = [0, 1].map((axis) => mean(map, axis));
  const centred = map.map((value, i) => value - means[i % 2]);
  const spread = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0) / centred.length);
  const scale = spread === 0 ? 0 : edge / (spreads * spread);
  return centred.map((value) => Math.min(Math.max(value * scale, -edge), edge));
}

const edge = 49;
const spreads = 2.8;

const mean = (map: Float32Array, axis: number): number =>
  map.reduce((sum, value, i) => sum + (i % 2 === axis ? value : 0), 0) / (map.length / 2);
