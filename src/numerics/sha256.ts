/**
 * SHA-256 (FIPS 180-4), at once and anywhere: Node's own is not in a browser, and a browser's own answers later, and in secure contexts alone.
 * For files of a checkpoint and for images.
 */

/** In lower case hexadecimal, over the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const message = padded(parts);
  const words = new DataView(message.buffer);
  const state = initialState.slice();
  const schedule = new Int32Array(64);
  for (let at = 0; at < message.length; at += blockLength) {
    for (let i = 0; i < 16; i++) schedule[i] = words.getInt32(at + 4 * i);
    mixBlock(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const blockLength = 64;

/** The parts, a bit that ends them, and their length in bits at the end of the last block. */
function padded(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const message = new Uint8Array(Math.ceil((length + 9) / blockLength) * blockLength);
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  message[length] = 0x80;
  new DataView(message.buffer).setBigUint64(message.length - 8, 8n * BigInt(length));
  return message;
}

/** `schedule` has the block in its first 16 words. */
function mixBlock(state: Int32Array, schedule: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const [x, y] = [schedule[i - 15], schedule[i - 2]];
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    schedule[i] = (schedule[i - 16] + s0 + schedule[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i] + schedule[i]) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional part. */
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0;
const primes = firstPrimes(64);
/** Of the square roots of the first primes, and of their cube roots. */
const initialState = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const roundConstants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
