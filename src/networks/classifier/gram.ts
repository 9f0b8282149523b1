/**
 * Gram matrices of feature maps, which are what a picture's style is after Gatys et al., 2016: how strongly each two channels are active
 * together, wherever that is. They are symmetric, so the upper triangle says all. Plain arrays, no tfjs.
 */

/** Numbers in the upper triangle, the diagonal with it. */
export const gramLength = (channels: number): number => (channels * (channels + 1)) / 2;

/**
 * Writes the mean over positions of map[a] · map[b], a ≤ b, row by row of the upper triangle, into `gram` [gramLength(channels)].
 * `map` [positions × channels] is one picture's.
 */
export function setGram(gram: Float64Array, map: Float32Array, channels: number): void {
  gram.fill(0);
  for (let position = 0; position < map.length; position += channels) {
    for (let a = 0, k = 0; a < channels; a++) {
      const own = map[position + a];
      if (own === 0) k += channels - a;
      else for (let b = a; b < channels; b++) gram[k++] += own * map[position + b];
    }
  }
  const share = channels / map.length;
  for (let k = 0; k < gram.length; k++) gram[k] *= share;
}

/** Adds the gradient by one picture's map, [positions × channels], given the one by its Gram matrix. */
export function addGramGradient(
  mapGradient: Float32Array,
  map: Float32Array,
  gramGradient: Float64Array,
  channels: number,
): void {
  const share = channels / map.length;
  const full = new Float64Array(channels * channels); // the diagonal counts twice: d a² = 2 a
  for (let a = 0, k = 0; a < channels; a++) {
    for (let b = a; b < channels; b++, k++) {
      full[a * channels + b] += share * gramGradient[k];
      full[b * channels + a] += share * gramGradient[k];
    }
  }
  const sums = new Float64Array(channels);
  for (let position = 0; position < map.length; position += channels) {
    sums.fill(0);
    for (let a = 0; a < channels; a++) {
      const own = map[position + a];
      if (own === 0) continue;
      for (let b = 0, k = a * channels; b < channels; b++, k++) sums[b] += own * full[k];
    }
    for (let b = 0; b < channels; b++) mapGradient[position + b] += sums[b];
  }
}
