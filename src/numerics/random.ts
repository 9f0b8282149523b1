/**
 * Seeded random numbers: the only source of randomness in the project. xoshiro128** (Blackman and Vigna, 2018), seeded
 * by hashing a string, so that `fork('noise')` gives an independent stream that does not move when another stream draws
 * more. Not for cryptography.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Standard normal, by the polar method. Uses Math.log, whose last bit may differ between JavaScript engines. */
  normal(): number;
  /** Uniform integer in [0, limit). */
  integer(limit: number): number;
  /** A shuffled [0, count). */
  permutation(count: number): Uint32Array;
  /** An independent stream named by the path from the root seed. */
  fork(name: string): Random;
  /** Moves with each draw. */
  readonly state: RandomState;
}

/** Where a stream is: plain data, so that a copy of it goes on with the same numbers. */
export interface RandomState {
  /** From the root seed, for forks. */
  readonly path: string;
  readonly words: [number, number, number, number];
  /** The polar method makes two; this one waits. */
  spareNormal: number | undefined;
}

export function createRandom(seed: number | string): Random {
  const path = String(seed);
  return randomFrom({ path, words: seedWords(path), spareNormal: undefined });
}

/** The stream from there on; each draw moves `state`. */
export function randomFrom(state: RandomState): Random {
  const { path, words } = state;

  const next = (): number => {
    let [s0, s1, s2, s3] = words;
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11);
    words[0] = s0;
    words[1] = s1;
    words[2] = s2;
    words[3] = s3;
    return result;
  };
  const uniform = (): number => next() / 4294967296;
  const integer = (limit: number): number => Math.floor(uniform() * limit);

  return {
    uniform,
    integer,
    normal() {
      if (state.spareNormal !== undefined) {
        const value = state.spareNormal;
        state.spareNormal = undefined;
        return value;
      }
      for (;;) {
        const u = uniform() * 2 - 1;
        const v = uniform() * 2 - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) {
          const scale = Math.sqrt((-2 * Math.log(s)) / s);
          state.spareNormal = v * scale;
          return u * scale;
        }
      }
    },
    permutation(count) {
      const order = Uint32Array.from({ length: count }, (_, i) => i);
      for (let i = count - 1; i > 0; i--) {
        const j = integer(i + 1);
        const held = order[i];
        order[i] = order[j];
        order[j] = held;
      }
      return order;
    },
    fork: (name) => createRandom(`${path}/${name}`),
    state,
  };
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Four state words from a string: FNV-1a, then the SplitMix32 finalizer for each word. */
function seedWords(path: string): [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  const word = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let z = hash;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return [word() | 1, word(), word(), word()];
}

/** `length` draws of N(0, std²) in float32. */
export function normalArray(random: Random, length: number, std: number): Float32Array<ArrayBuffer> {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = random.normal() * std;
  return values;
}
