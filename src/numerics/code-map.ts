/**
 * Content codes on a plane: the two numbers themselves, or the two principal axes of more. Axes may turn and flip from one moment to the next
 * while hardly a code moves, so each map is turned towards the one before.
 */
import { principalComponents } from './principal-components.ts';
import { createRandom } from './random.ts';

/** `codes`: [n, dim], dim ≥ 2. → [n, 2]. */
export function mapCodes(
  codes: Float32Array,
  dim: number,
  before: Float32Array | undefined,
): Float32Array<ArrayBuffer> {
  if (dim === 2) return codes.slice();
  const map = principalComponents(codes, dim, 2, createRandom('map')).project(codes);
  return before ? turnedTowards(map, before) : map;
}

/** The rotation, with or without a flip, after which the points lie nearest to those before. */
function turnedTowards(map: Float32Array<ArrayBuffer>, before: Float32Array): Float32Array<ArrayBuffer> {
  const plain = bestTurn(map, before, 1);
  const flipped = bestTurn(map, before, -1);
  const { flip, sin, cos } = plain.fit >= flipped.fit ? plain : flipped;
  return map.map((value, i) => {
    const [x, y] = i % 2 === 0 ? [value, flip * map[i + 1]] : [map[i - 1], flip * value];
    return i % 2 === 0 ? cos * x - sin * y : sin * x + cos * y;
  });
}

function bestTurn(map: Float32Array, before: Float32Array, flip: 1 | -1) {
  let along = 0;
  let across = 0;
  for (let i = 0; i < map.length; i += 2) {
    const [x, y] = [map[i], flip * map[i + 1]];
    along += x * before[i] + y * before[i + 1];
    across += x * before[i + 1] - y * before[i];
  }
  const fit = Math.hypot(along, across);
  return { flip, fit, cos: fit === 0 ? 1 : along / fit, sin: fit === 0 ? 0 : across / fit };
}
