/**
 * Arrays that a step of training fills and forgets, cut from memory that the next step uses again: a browser pays more for a new array of some
 * hundred kilobytes than for the numbers in it.
 */
let room = new ArrayBuffer(0);
/** Bytes that are taken now, and the most that ever were; more than the room has while it is still too small. */
let taken = 0;
let most = 0;
let depth = 0;

/** Runs `compute`; what it takes here is anyone's again when it returns, so it returns none of it. */
export function withScratch<T>(compute: () => T): T {
  const before = taken;
  depth++;
  try {
    return compute();
  } finally {
    taken = before;
    depth--;
    if (depth === 0 && most > room.byteLength) room = new ArrayBuffer(most);
  }
}

/** As `new Float32Array(length)`, all zeros; an array of its own where nobody runs it `withScratch`. */
export const scratch32 = (length: number): Float32Array<ArrayBuffer> => take(Float32Array, length);

/** As `new Float64Array(length)`, likewise. */
export const scratch64 = (length: number): Float64Array<ArrayBuffer> => take(Float64Array, length);

interface ArrayType<Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Numbers;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Numbers;
}

function take<Numbers extends Float32Array | Float64Array>(
  Type: ArrayType<Numbers>,
  length: number,
): Numbers {
  if (depth === 0) return new Type(length);
  const start = taken;
  taken += Math.ceil((length * Type.BYTES_PER_ELEMENT) / 8) * 8;
  most = Math.max(most, taken);
  if (taken > room.byteLength) return new Type(length);
  const numbers = new Type(room, start, length);
  numbers.fill(0);
  return numbers;
}
